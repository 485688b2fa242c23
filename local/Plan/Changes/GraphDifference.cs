namespace WorkoutLog.Local.Plan.Changes;

/// <summary>Everything that differs between two graphs of a stack.</summary>
/// <param name="Before">Uses the resources' current names.</param>
/// <param name="Kept">Every resource in both graphs, changed or not, including components.</param>
/// <param name="Changes">Without components. Created and changed resources in the order of registration, then deleted ones.</param>
internal sealed record GraphDifference(
    ResourceGraph Before, ResourceGraph After, ImmutableArray<ResourcePair> Kept, ImmutableArray<ResourceChange> Changes)
{
    /// <summary>The base does not have the stack.</summary>
    public bool IsNewStack => Before.Resources.Count == 0;

    public IEnumerable<ResourceChange> ChangesOf(string type) => Changes.Where(change => change.Resource.Type == type);

    /// <summary>Of resources in both graphs.</summary>
    public IEnumerable<ResourceChange> ChangedOf(string type) => ChangesOf(type).Where(change => change.IsKept);

    /// <exception cref="UserErrorException">A resource has an unknown type.</exception>
    public static GraphDifference Between(ResourceGraph before, ResourceGraph after)
    {
        var named = ResourceMatching.WithCarriedNames(before, after);
        var matching = ResourceMatching.Of(named, after);
        var changes = matching.Kept
            .Where(pair => !pair.After.Component)
            .Select(pair => Compare(pair, Replacements.Of(pair.After.Type)))
            .Concat(matching.Created.Where(resource => !resource.Component).Select(ResourceChange.Create))
            .ToDictionary(change => change.After!.Urn, StringComparer.Ordinal);
        Cascade.Follow(changes, after);
        return new GraphDifference(
            named,
            after,
            matching.Kept,
            [
                .. after.Resources
                    .Where(resource => !resource.Component)
                    .Select(resource => changes[resource.Urn])
                    .Where(Differs),
                .. matching.Deleted.Where(resource => !resource.Component).Select(ResourceChange.Delete),
            ]);
    }

    public static ResourceChange Judge(ResourceChange change, ImmutableArray<PropertyChange> properties, Replacement rule)
    {
        ImmutableArray<PropertyChange> forcing = [.. properties.Where(rule.IsReplacedBy)];
        return change with
        {
            Operation = forcing.Length > 0 ? Operation.Replace : properties.Length > 0 ? Operation.Update : Operation.Record,
            Properties = properties,
            ReplacedBy = forcing,
            DeletedFirst = forcing.Length > 0 && (change.After!.Options.DeleteBeforeReplace || rule.IsDeletedFirst(change.After.Inputs)),
        };
    }

    private static ResourceChange Compare(ResourcePair pair, Replacement rule)
    {
        var (before, after) = (WithAllTags(pair.Before), WithAllTags(pair.After));
        var inputs = IgnoredChanges.Apply(before, after, pair.After.Options.IgnoreChanges);
        var change = new ResourceChange(
            Operation.Record, pair.Before, pair.After, [], OptionChange.Between(pair.Before.Options, pair.After.Options), [], DeletedFirst: false);
        return Judge(change, PropertyDifferences.Between(before, inputs), rule);
    }

    // Default tags are not an input of the program, but the provider updates resources for them too.
    private static JsonObject WithAllTags(GraphResource resource) => resource.Outputs[GraphProperties.AllTags] is { } all
        ? new JsonObject(resource.Inputs.Select(input => KeyValuePair.Create(input.Key, input.Value?.DeepClone()))) { ["tags"] = all.DeepClone() }
        : resource.Inputs;

    private static bool Differs(ResourceChange change) => change.Operation != Operation.Record || change.Options.Length > 0 || change.IsRenamed;
}

/// <summary>Which changes a provider can't make in place.</summary>
internal static class Replacements
{
    /// <exception cref="UserErrorException">The type is unknown.</exception>
    public static Replacement Of(string type) => AwsResourceTypes.Find(type)?.Replacement ?? throw new UserErrorException(
        $"The type {type} is unknown: a plan can't tell which inputs replace the resource. Fix: add a class for the type to local/Graph/{nameof(Graph.Types)}.");

    public static bool IsReplacedBy(this Replacement replacement, PropertyChange change)
    {
        var members = change.Path.Members;
        return IsIn(replacement.By, members)
            || (IsIn(replacement.ByDecrease, members) && change.Increase < 0)
            || (replacement.ByStep.TryGetValue(members, out var step) && step == ($"{change.Before}", $"{change.After}"));
    }

    public static bool IsSecret(this Replacement replacement, PropertyPath path) => IsIn(replacement.Secret, path.Members);

    /// <summary>An explicit name is in use until the old resource is deleted, so that one is deleted first.</summary>
    /// <param name="inputs">Of the resource after the change.</param>
    public static bool IsDeletedFirst(this Replacement replacement, JsonObject inputs) => replacement.NamedBy is { } name && inputs[name] is not null;

    private static bool IsIn(ImmutableArray<string> inputs, string members) =>
        inputs.Any(input => members == input || members.StartsWith($"{input}.", StringComparison.Ordinal));
}
