using System.Collections.Immutable;
using WorkoutLog.Local.Graph;

namespace WorkoutLog.Local.Plan.Changes;

/// <summary>What happens to one resource.</summary>
/// <param name="Before">Null for what is created. Its names and ids are those of now, see <see cref="CarriedNames"/>.</param>
/// <param name="After">Null for what is deleted.</param>
/// <param name="Properties">What differs; empty for what is created or deleted.</param>
/// <param name="Options">The options that differ.</param>
/// <param name="ReplacedBy">Of a replacement: the properties that force it.</param>
/// <param name="DeletedFirst">Of a replacement: the old resource goes before the new one is there.</param>
internal sealed record ResourceChange(
    Operation Operation,
    GraphResource? Before,
    GraphResource? After,
    ImmutableArray<PropertyChange> Properties,
    ImmutableArray<OptionChange> Options,
    ImmutableArray<PropertyChange> ReplacedBy,
    bool DeletedFirst)
{
    public static ResourceChange Create(GraphResource resource) => new(Operation.Create, null, resource, [], [], [], DeletedFirst: false);

    public static ResourceChange Delete(GraphResource resource) => new(Operation.Delete, resource, null, [], [], [], DeletedFirst: false);

    /// <summary>As it is now; as it was for what is deleted.</summary>
    public GraphResource Resource => After ?? Before!;

    /// <summary>What was there is there no more afterwards.</summary>
    public bool Removes => Operation is Operation.Delete or Operation.Replace;

    /// <summary>Pulumi lets go of the old resource without deleting it.</summary>
    public bool IsRetained => (After ?? Before!).Options.RetainOnDelete;

    /// <summary>An alias carries the resource over from another name.</summary>
    public bool IsRenamed => Before is not null && After is not null && Before.Urn != After.Urn;

    public PropertyChange? PropertyAt(string path) => Properties.FirstOrDefault(property => property.Path.ToString() == path);
}

/// <summary>An option of a resource that differs.</summary>
/// <param name="Name">As Pulumi writes it, such as <c>protect</c>.</param>
internal sealed record OptionChange(string Name, string Before, string After)
{
    public static ImmutableArray<OptionChange> Between(GraphOptions before, GraphOptions after) =>
    [
        .. Of("protect", Flag(before.Protect), Flag(after.Protect)),
        .. Of("retainOnDelete", Flag(before.RetainOnDelete), Flag(after.RetainOnDelete)),
        .. Of("deleteBeforeReplace", Flag(before.DeleteBeforeReplace), Flag(after.DeleteBeforeReplace)),
        .. Of("ignoreChanges", List(before.IgnoreChanges), List(after.IgnoreChanges)),
    ];

    private static OptionChange[] Of(string name, string before, string after) => before == after ? [] : [new OptionChange(name, before, after)];

    private static string Flag(bool value) => value ? "true" : "false";

    private static string List(IEnumerable<string> values) => $"[{string.Join(", ", values.Order(StringComparer.Ordinal))}]";
}
