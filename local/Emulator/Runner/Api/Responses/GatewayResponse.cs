using System.Collections.Immutable;
using WorkoutLog.Local.Runner.Api.Templates;

namespace WorkoutLog.Local.Runner.Api.Responses;

/// <summary>The form that the document gives to one kind of error.</summary>
/// <param name="Status">Null leaves the error its own.</param>
internal sealed record GatewayResponse(int? Status, ImmutableArray<KeyValuePair<string, string>> Headers, BodyTemplates Bodies);
