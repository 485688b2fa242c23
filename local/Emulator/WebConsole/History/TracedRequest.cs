using System.Collections.Immutable;
using WorkoutLog.Local.Runner.Events;

namespace WorkoutLog.Local.WebConsole.History;

/// <summary>A request with all that happened on its behalf.</summary>
/// <param name="Invocations">In the order in which they ended; one that outlasts the API's patience comes later.</param>
/// <param name="Calls">To AWS, in the order in which they were answered.</param>
internal sealed record TracedRequest(ApiRequestEnded Request, ImmutableArray<InvocationEnded> Invocations, ImmutableArray<AwsCallEnded> Calls);
