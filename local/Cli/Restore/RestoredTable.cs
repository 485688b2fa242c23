namespace WorkoutLog.Local.Restore;

/// <summary>A table as the program declares it, with the settings that a restored copy lacks.</summary>
/// <param name="Name">Logical name, which is also its name among the stack's outputs.</param>
internal sealed record RestoredTable(string Name, GraphResource Declared)
{
    private const string Type = "aws:dynamodb/table:Table";

    public bool Restored { get; init; } = true;

    public bool CustomerKey => Declared.Inputs["serverSideEncryption"]?["kmsKeyArn"] is not null;

    public bool PointInTimeRecovery => IsTrue(Declared.Inputs["pointInTimeRecovery"]?["enabled"]);

    public bool DeletionProtection => IsTrue(Declared.Inputs["deletionProtectionEnabled"]);

    public string? StreamView => IsTrue(Declared.Inputs["streamEnabled"]) ? Declared.Inputs["streamViewType"]!.GetValue<string>() : null;

    /// <summary>Attribute name; null without TTL.</summary>
    public string? TimeToLive => Declared.Inputs["ttl"] is { } ttl && IsTrue(ttl["enabled"]) ? ttl["attributeName"]!.GetValue<string>() : null;

    /// <summary>A word of Bash; null without tags.</summary>
    public string? Tags => Declared.Tags() is { Count: > 0 } tags
        ? $"'{new JsonArray([.. tags.Select(tag => new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value!.DeepClone() })]).ToJsonString().Replace("'", "'\\''", StringComparison.Ordinal)}'"
        : null;

    /// <summary>A word of Bash.</summary>
    public string Urn => $"\"{Declared.Urn.Replace("$", "\\$", StringComparison.Ordinal)}\"";

    public static IReadOnlyList<RestoredTable> In(ResourceGraph graph) =>
        [.. graph.Resources.Where(resource => resource.Type == Type).Select(table => new RestoredTable(table.Name, table))];

    /// <summary>How many resources of each type name one of the tables by its physical name or ARN: <c>2 aws:lambda/function:Function</c>.</summary>
    public static IReadOnlyList<string> DependentsOf(ResourceGraph graph, IReadOnlyList<RestoredTable> tables) =>
    [
        .. graph.Resources.Where(resource => !resource.Component && tables.Any(table => table.IsNamedIn(resource.Inputs.ToJsonString())))
            .CountBy(resource => resource.Type)
            .OrderBy(type => type.Key, StringComparer.Ordinal)
            .Select(type => $"{type.Value} {type.Key}"),
    ];

    // Unambiguous: no table name is part of another, because each ends with its own random suffix.
    private bool IsNamedIn(string inputs) => inputs.Contains(Declared.Outputs["name"]!.GetValue<string>(), StringComparison.Ordinal);

    private static bool IsTrue(JsonNode? flag) => flag?.GetValue<bool>() ?? false;
}
