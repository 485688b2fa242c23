namespace WorkoutLog.Local.Plan.Changes;

internal enum Operation
{
    Create,
    Update,

    /// <summary>Recreated; the old one is deleted.</summary>
    Replace,
    Delete,

    /// <summary>Only Pulumi's state changes: an option, or a name that an alias carries over.</summary>
    Record,
}

/// <param name="Before">Null for a created resource. Names and ids are the current ones, see <see cref="ResourceMatching.WithCarriedNames"/>.</param>
/// <param name="After">Null for a deleted resource.</param>
/// <param name="Properties">What differs; empty for a created or deleted resource.</param>
/// <param name="ReplacedBy">Of a replacement: the properties that force it.</param>
/// <param name="DeletedFirst">Of a replacement: the old resource is deleted before the new one exists.</param>
internal sealed record ResourceChange(
    Operation Operation, GraphResource? Before, GraphResource? After, ImmutableArray<PropertyChange> Properties,
    ImmutableArray<OptionChange> Options, ImmutableArray<PropertyChange> ReplacedBy, bool DeletedFirst)
{
    public static ResourceChange Create(GraphResource resource) => new(Operation.Create, null, resource, [], [], [], DeletedFirst: false);

    public static ResourceChange Delete(GraphResource resource) => new(Operation.Delete, resource, null, [], [], [], DeletedFirst: false);

    /// <summary>After the change; before it for a deleted resource.</summary>
    public GraphResource Resource => After ?? Before!;

    /// <summary>It is in both graphs.</summary>
    public bool IsKept => Before is not null && After is not null;

    public bool Removes => Operation is Operation.Delete or Operation.Replace;

    /// <summary>Pulumi stops managing the old resource without deleting it.</summary>
    public bool IsRetained => Resource.Options.RetainOnDelete;

    /// <summary>An alias carries the resource over from another name.</summary>
    public bool IsRenamed => IsKept && Before!.Urn != After!.Urn;
}

/// <param name="Path">Such as <c>ttl.attributeName</c> or <c>globalSecondaryIndexes[byType].projectionType</c>.</param>
/// <param name="Before">Null if it was not set.</param>
/// <param name="After">Null if it is no longer set.</param>
/// <param name="Follows">
/// Name of the replaced or changed resource whose output this property carries; its new value is known only after deployment.
/// Null if the program itself sets another value.
/// </param>
internal sealed record PropertyChange(PropertyPath Path, JsonNode? Before, JsonNode? After, string? Follows = null)
{
    public double? Increase => GraphProperties.Number(After) - GraphProperties.Number(Before);
}

/// <param name="Name">As Pulumi writes it, such as <c>protect</c>.</param>
internal sealed record OptionChange(string Name, string Before, string After)
{
    public static ImmutableArray<OptionChange> Between(GraphOptions before, GraphOptions after) =>
        [.. All(before).Zip(All(after), (old, now) => new OptionChange(old.Name, old.Value, now.Value)).Where(option => option.Before != option.After)];

    private static (string Name, string Value)[] All(GraphOptions options) =>
    [
        ("protect", options.Protect ? "true" : "false"),
        ("retainOnDelete", options.RetainOnDelete ? "true" : "false"),
        ("deleteBeforeReplace", options.DeleteBeforeReplace ? "true" : "false"),
        ("ignoreChanges", $"[{string.Join(", ", options.IgnoreChanges.Order(StringComparer.Ordinal))}]"),
    ];
}
