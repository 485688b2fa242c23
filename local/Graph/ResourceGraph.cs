namespace WorkoutLog.Local.Graph;

/// <summary>The resources that the program registers for one stack.</summary>
/// <param name="Resources">In the order of registration.</param>
public sealed record ResourceGraph(string Project, string Stack, IReadOnlyList<GraphResource> Resources, JsonObject Outputs);

/// <param name="Urn">The URN that a Pulumi engine gives the resource.</param>
/// <param name="Type">Provider's type token, such as <c>aws:dynamodb/table:Table</c>.</param>
/// <param name="Parent">URN of the parent; null directly under the stack.</param>
/// <param name="Inputs">The provider's input names in camelCase; an archive is <c>{"archive":{"path","sha256"}}</c>.</param>
/// <param name="Outputs">As AWS would return them: generated in AWS's form, deterministic.</param>
public sealed record GraphResource(
    string Urn, string Type, string Name, string? Parent, bool Component, JsonObject Inputs, JsonObject Outputs, GraphOptions Options);

/// <summary>The resource options that affect a deployment; lists hold URNs or property paths.</summary>
public sealed record GraphOptions(
    bool Protect, IReadOnlyList<string> IgnoreChanges, IReadOnlyList<string> DependsOn, bool RetainOnDelete, bool DeleteBeforeReplace,
    IReadOnlyList<string> Aliases);
