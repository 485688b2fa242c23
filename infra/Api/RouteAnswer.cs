using System.Collections.Immutable;

namespace WorkoutLog.Infra.Api;

/// <summary>What a route answers.</summary>
/// <param name="Contents">One for each media type that the client may choose; empty for an answer without a body.</param>
/// <param name="Headers">Header name to what it says.</param>
public sealed record RouteAnswer(int Status, string Description, ImmutableArray<RouteContent> Contents, ImmutableSortedDictionary<string, string> Headers);

/// <param name="Body">C# type of the body; <see cref="string"/> for one that is no JSON.</param>
public sealed record RouteContent(string MediaType, Type Body);
