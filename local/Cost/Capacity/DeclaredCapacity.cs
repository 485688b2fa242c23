using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Runner;

namespace WorkoutLog.Local.Cost.Capacity;

/// <summary>Finds in the graph how a table or an index gets its capacity.</summary>
internal static class DeclaredCapacity
{
    private const string ScalingTarget = "aws:appautoscaling/target:Target";
    private const string ScalingPolicy = "aws:appautoscaling/policy:Policy";

    /// <param name="direction"><c>Read</c> or <c>Write</c>.</param>
    /// <returns>Null for a table on demand.</returns>
    public static ScaledCapacity? Of(ResourceGraph graph, CapacityDemand demand, string direction)
    {
        var table = graph.OfType(ResourceTypes.Table).Single(table => table.Outputs.Text("name") == demand.Table);
        if (table.Inputs.Text("billingMode") == "PAY_PER_REQUEST")
        {
            return null;
        }

        var owner = demand.Index is null ? table.Inputs : table.Inputs.Objects("globalSecondaryIndexes").Single(index => index.Text("name") == demand.Index);
        var start = owner.Integer($"{direction.ToLowerInvariant()}Capacity") ?? 1;
        var resourceId = demand.Index is null ? $"table/{demand.Table}" : $"table/{demand.Table}/index/{demand.Index}";
        var dimension = $"dynamodb:{(demand.Index is null ? "table" : "index")}:{direction}CapacityUnits";
        bool IsIts(GraphResource resource) => resource.Inputs.Text("resourceId") == resourceId && resource.Inputs.Text("scalableDimension") == dimension;
        var target = graph.OfType(ScalingTarget).SingleOrDefault(IsIts)?.Inputs;
        var policy = graph.OfType(ScalingPolicy).SingleOrDefault(IsIts)?.Inputs["targetTrackingScalingPolicyConfiguration"];
        return target is null || policy is null
            ? new ScaledCapacity(start, start, 100)
            : new ScaledCapacity(target.Integer("minCapacity")!.Value, target.Integer("maxCapacity")!.Value, policy.AsObject().Integer("targetValue")!.Value);
    }
}
