using WorkoutLog.Local.Graph.Versions;

namespace WorkoutLog.Local.Plan.Changes;

/// <summary>
/// Changes that follow from other changes: resources that use the id, the ARN or the name of a replaced resource, which are replaced
/// if that input forces it; and aliases that use the version that a changed function publishes.
/// </summary>
internal static class Cascade
{
    /// <param name="changes">By URN, every resource of the graph except components.</param>
    public static void Follow(Dictionary<string, ResourceChange> changes, ResourceGraph graph)
    {
        var replaced = new Queue<ResourceChange>(InOrder().Where(change => change.Operation == Operation.Replace));
        while (replaced.TryDequeue(out var cause))
        {
            var identity = ResourceIdentity.Of(graph, cause.After!);
            foreach (var change in InOrder().Where(change => change.Before is not null && change.After!.Urn != cause.After!.Urn))
            {
                Add(change, identity.PlacesIn(change.After!.Inputs), cause.After!.Name);
            }
        }

        foreach (var function in InOrder().Where(Publishes))
        {
            var identity = ResourceIdentity.Of(graph, function.After!);
            var version = function.After!.Outputs["version"]?.ToString();
            foreach (var alias in InOrder().Where(change => change.Before is not null && change.After!.Type == LambdaAliasType.Token && identity.IsIn($"{change.After.Inputs["functionName"]}")))
            {
                Add(alias, PlacesOf(alias.After!.Inputs, version), function.After.Name);
            }
        }

        IEnumerable<ResourceChange> InOrder() => graph.Resources.Where(resource => !resource.Component).Select(resource => changes[resource.Urn]).ToArray();

        void Add(ResourceChange change, IEnumerable<PropertyPath> places, string follows)
        {
            // A change that the program makes itself is already listed.
            ImmutableArray<PropertyChange> added =
            [
                .. places
                    .Where(place => !change.Properties.Any(property => property.Path.Equals(place)))
                    .Select(place => new PropertyChange(place, place.ValueIn(change.Before!.Inputs), place.ValueIn(change.After!.Inputs), follows)),
            ];
            if (added.Length == 0)
            {
                return;
            }

            var judged = GraphDifference.Judge(change, [.. change.Properties, .. added], Replacements.Of(change.After!.Type));
            changes[change.After.Urn] = judged;
            if (judged.Operation == Operation.Replace && change.Operation != Operation.Replace)
            {
                replaced.Enqueue(judged);
            }
        }
    }

    private static bool Publishes(ResourceChange change) =>
        change.Operation == Operation.Update
        && change.After!.Type == FunctionType.Token
        && change.After.Inputs.Flag("publish")
        && change.Properties.Any(property => VersionDigest.Inputs.Contains(property.Path.Input));

    private static IEnumerable<PropertyPath> PlacesOf(JsonObject alias, string? version)
    {
        if (version is not null && alias["functionVersion"]?.ToString() == version)
        {
            yield return PropertyPath.Root.Member("functionVersion");
        }

        if (version is not null && alias["routingConfig"]?["additionalVersionWeights"]?[version] is not null)
        {
            yield return PropertyPath.Root.Member("routingConfig").Member("additionalVersionWeights").Member(version);
        }
    }
}
