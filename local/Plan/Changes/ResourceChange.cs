namespace WorkoutLog.Local.Plan.Changes;

internal enum Operation
{
    Create,
    Update,

    /// <summary>Created again and deleted.</summary>
    Replace,
    Delete,

    /// <summary>Only Pulumi's own record of it changes: an option, or a name that an alias carries over.</summary>
    Record,
}

/// <param name="Before">Null for what is created. Its names and ids are those of now, see <see cref="ResourceMatching.WithCarriedNames"/>.</param>
/// <param name="After">Null for what is deleted.</param>
/// <param name="Properties">What differs; empty for what is created or deleted.</param>
/// <param name="ReplacedBy">Of a replacement: the properties that force it.</param>
/// <param name="DeletedFirst">Of a replacement: the old resource goes before the new one is there.</param>
internal sealed record ResourceChange(
    Operation Operation, GraphResource? Before, GraphResource? After, ImmutableArray<PropertyChange> Properties,
    ImmutableArray<OptionChange> Options, ImmutableArray<PropertyChange> ReplacedBy, bool DeletedFirst)
{
    public static ResourceChange Create(GraphResource resource) => new(Operation.Create, null, resource, [], [], [], DeletedFirst: false);

    public static ResourceChange Delete(GraphResource resource) => new(Operation.Delete, resource, null, [], [], [], DeletedFirst: false);

    /// <summary>As it is now; as it was for what is deleted.</summary>
    public GraphResource Resource => After ?? Before!;

    /// <summary>It was there and is there.</summary>
    public bool IsKept => Before is not null && After is not null;

    public bool Removes => Operation is Operation.Delete or Operation.Replace;

    /// <summary>Pulumi lets go of the old resource without deleting it.</summary>
    public bool IsRetained => Resource.Options.RetainOnDelete;

    /// <summary>An alias carries the resource over from another name.</summary>
    public bool IsRenamed => IsKept && Before!.Urn != After!.Urn;
}

/// <param name="Path">Such as <c>ttl.attributeName</c> or <c>globalSecondaryIndexes[byType].projectionType</c>.</param>
/// <param name="Before">Null where it was not set.</param>
/// <param name="After">Null where it is not set any more.</param>
/// <param name="Follows">
/// Name of the resource that is replaced or changed and of which this property carries an output; its new value is known only
/// afterwards. Null where the program itself says something else than before.
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
