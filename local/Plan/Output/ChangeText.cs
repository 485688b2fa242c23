namespace WorkoutLog.Local.Plan.Output;

internal static class ChangeText
{
    private const int ShownFacts = 3;

    public static string Sign(Operation operation) => operation switch
    {
        Operation.Create => "+",
        Operation.Update => "~",
        Operation.Replace => "±",
        Operation.Delete => "-",
        _ => "=",
    };

    /// <summary>The type of a resource as <c>preview</c> writes it: <c>aws:dynamodb:Table</c>.</summary>
    public static string Kind(GraphResource resource)
    {
        var type = resource.Type.Split(':');
        return resource.Component || type.Length < 3 ? type[^1] : $"{type[0]}:{type[1].Split('/')[0]}:{type[^1]}";
    }

    /// <summary>The differences, one per line; for a created resource, its facts.</summary>
    public static ImmutableArray<string> Details(ResourceChange change)
    {
        var rule = AwsResourceTypes.Find(change.Resource.Type)?.Replacement;
        return change.Operation switch
        {
            Operation.Create when rule?.Secret is { IsDefaultOrEmpty: false } => [],
            Operation.Create => Created(change.After!),
            Operation.Delete => change.IsRetained ? ["left in the account"] : [],
            _ =>
            [
                .. change.IsRenamed ? [$"was {change.Before!.Name}, kept by an alias"] : Array.Empty<string>(),
                .. change.DeletedFirst ? ["deleted first, then recreated"] : Array.Empty<string>(),
                .. change.Operation == Operation.Replace && rule?.WhenReplaced is { } harm ? [harm] : Array.Empty<string>(),
                .. change.Properties.Where(property => property.Follows is null).SelectMany(property => Property(change, property, rule)),
                .. Following(change),
                .. change.Options.Select(option => $"option {option.Name} {option.Before} → {option.After}"),
            ],
        };
    }

    private static ImmutableArray<string> Created(GraphResource resource)
    {
        var facts = string.Join(" · ", AwsResourceTypes.Facts(resource).Where(fact => fact.Length > 0).Take(ShownFacts).Select(ValueText.OfText));
        return facts.Length > 0 ? [facts] : [];
    }

    private static IEnumerable<string> Property(ResourceChange change, PropertyChange property, Replacement? rule)
    {
        var forces = change.ReplacedBy.Contains(property) ? " (replaces)" : "";
        return rule?.IsSecret(property.Path) == true ? [$"{property.Path.Short} {ValueText.Secret} → {ValueText.Secret}{forces}"]
            : GraphProperties.Document(property.Before) is { } before && GraphProperties.Document(property.After) is { } after
            ? DocumentDifferences.Between(before, after).Select(line => $"{property.Path.Short}: {Word(line.Sign)} {line.Text}{forces}")
            : [$"{property.Path.Short} {ValueText.Change(property.Before, property.After)}{forces}"];
    }

    private static string Word(Sign sign) => sign switch
    {
        Documents.Sign.Added => "+",
        Documents.Sign.Removed => "-",
        _ => "~",
    };

    // Many inputs can use outputs of one resource; one line lists them all.
    private static IEnumerable<string> Following(ResourceChange change) => change.Properties
        .Where(property => property.Follows is not null)
        .GroupBy(property => (property.Follows, Forces: change.ReplacedBy.Contains(property)))
        .Select(alike =>
        {
            var paths = alike.Select(property => property.Path.Short).ToArray();
            return $"{string.Join(", ", paths)} {(paths.Length == 1 ? "follows" : "follow")} {alike.Key.Follows}{(alike.Key.Forces ? " (replaces)" : "")}";
        });
}

/// <summary>A component with what changes in it; the stack itself at the root.</summary>
/// <param name="Resource">Null for the stack.</param>
internal sealed record ChangeTree(GraphResource? Resource, ImmutableArray<ResourceChange> Changes, ImmutableArray<ChangeTree> Components)
{
    public static ChangeTree Of(GraphDifference difference)
    {
        // By current names; resources deleted with their component are listed under it.
        var components = difference.After.Resources.Concat(difference.Before.Resources)
            .Where(resource => resource.Component)
            .DistinctBy(resource => resource.Urn)
            .ToArray();
        return Of(null, difference.Changes.ToLookup(change => change.Resource.Parent), components);
    }

    private bool IsEmpty => Changes.IsEmpty && Components.IsEmpty;

    private static ChangeTree Of(GraphResource? component, ILookup<string?, ResourceChange> changes, GraphResource[] components) => new(
        component,
        [.. changes[component?.Urn]],
        [.. components.Where(child => child.Parent == component?.Urn).Select(child => Of(child, changes, components)).Where(child => !child.IsEmpty)]);
}
