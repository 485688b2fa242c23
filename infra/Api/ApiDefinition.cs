using System.Collections.Immutable;

namespace WorkoutLog.Infra.Api;

/// <summary>An API as data, the source of the OpenAPI document, the body of the <c>RestApi</c>, permissions, alarms and graphs.</summary>
/// <param name="Title">Of the OpenAPI document.</param>
/// <param name="Version">Of the API, by Semantic Versioning.</param>
/// <param name="Description">One line for the console of API Gateway.</param>
/// <param name="ProblemType">Prefix of the problem types, such as <c>urn:example:problem:</c>, before the slug of the kind.</param>
/// <param name="Routes">Every route, once.</param>
public sealed record ApiDefinition(string Title, string Version, string Description, string ProblemType, ImmutableArray<Route> Routes);
