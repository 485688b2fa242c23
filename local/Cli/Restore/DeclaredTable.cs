using System.Text.Json.Nodes;
using WorkoutLog.Local.Graph;

namespace WorkoutLog.Local.Restore;

/// <summary>A table as the program declares it, seen by somebody who has an empty-handed copy of it.</summary>
/// <param name="Name">Logical name, which is also its name among the stack's outputs.</param>
/// <param name="Dependents">Type and name of what names the table by its physical name or ARN.</param>
internal sealed record DeclaredTable(string Name, string Urn, JsonObject Inputs, IReadOnlyList<(string Type, string Name)> Dependents)
{
    private const string Type = "aws:dynamodb/table:Table";

    public bool PointInTimeRecovery => Inputs["pointInTimeRecovery"]?["enabled"]?.GetValue<bool>() ?? false;

    public bool DeletionProtection => Inputs["deletionProtectionEnabled"]?.GetValue<bool>() ?? false;

    public string? StreamView => Inputs["streamEnabled"]?.GetValue<bool>() == true ? Inputs["streamViewType"]!.GetValue<string>() : null;

    public string? TimeToLive => Inputs["ttl"]?["enabled"]?.GetValue<bool>() == true ? Inputs["ttl"]!["attributeName"]!.GetValue<string>() : null;

    public bool HasCustomerKey => Inputs["serverSideEncryption"]?["kmsKeyArn"] is not null;

    public IReadOnlyDictionary<string, string> Tags =>
        (Inputs["tags"] as JsonObject ?? []).ToDictionary(tag => tag.Key, tag => tag.Value!.GetValue<string>(), StringComparer.Ordinal);

    public static IReadOnlyList<DeclaredTable> In(ResourceGraph graph) =>
    [
        .. graph.Resources.Where(resource => resource.Type == Type).Select(table => new DeclaredTable(
            table.Name,
            table.Urn,
            table.Inputs,
            [.. graph.Resources.Where(other => Names(other, table)).Select(other => (other.Type, other.Name))])),
    ];

    // No name of one table is part of another's: each ends with letters of its own.
    private static bool Names(GraphResource resource, GraphResource table) =>
        !resource.Component && resource.Inputs.ToJsonString().Contains(table.Outputs["name"]!.GetValue<string>(), StringComparison.Ordinal);
}
