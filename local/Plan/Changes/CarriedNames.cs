using System.Text.Json.Nodes;
using WorkoutLog.Local.Graph;

namespace WorkoutLog.Local.Plan.Changes;

/// <summary>
/// Lets the base speak of resources by the names that they have now. A resource that an alias carries over keeps the name that it
/// has at AWS; only a graph without an account makes up another one for it.
/// </summary>
internal static class CarriedNames
{
    public static ResourceGraph Apply(ResourceGraph before, ResourceGraph after)
    {
        var renamed = ResourceMatching.Of(before, after).Kept
            .Where(pair => pair.Before.Urn != pair.After.Urn)
            .SelectMany(pair => ResourceIdentity.Of(before, pair.Before).Tokens.Zip(ResourceIdentity.Of(after, pair.After).Tokens))
            .Where(names => names.First != names.Second)
            .ToArray();
        if (renamed.Length == 0)
        {
            return before;
        }

        return before with
        {
            Resources = [.. before.Resources.Select(resource => resource with { Inputs = Apply(resource.Inputs), Outputs = Apply(resource.Outputs) })],
        };

        JsonObject Apply(JsonObject properties) => JsonNode.Parse(renamed.Aggregate(
            properties.ToJsonString(GraphJson.Unescaped), (text, names) => text.Replace(names.First, names.Second, StringComparison.Ordinal)))!.AsObject();
    }
}
