namespace WorkoutLog.Local.Graph.Load;

/// <summary>Between which bounds a capacity follows the load.</summary>
/// <param name="Min">Units a second.</param>
/// <param name="Max">Units a second; as <paramref name="Min"/> for a capacity that stays.</param>
/// <param name="TargetPercent">Share of the capacity that should be in use.</param>
internal sealed record ScaledCapacity(int Min, int Max, double TargetPercent)
{
    /// <summary>What is paid in a month: DynamoDB bills an hour by the highest capacity in it.</summary>
    public double UnitHoursPerMonth(double unitsPerMonth)
    {
        var mean = unitsPerMonth / Workload.HoursPerMonth / 3600;
        return Workload.DaysPerMonth * DailyCurve.PeakOfEachHour().Sum(peak => Capacity(mean * peak));
    }

    /// <summary>The units a second that it gives, once it has followed the load.</summary>
    public double Capacity(double consumed) => Math.Clamp(Math.Ceiling(Needed(consumed)), Min, Max);

    /// <summary>The capacity of which <paramref name="consumed"/> is the targeted share.</summary>
    public double Needed(double consumed) => consumed * 100 / TargetPercent;

    /// <summary>How a table or an index gets its capacity in one direction.</summary>
    /// <param name="direction"><c>Read</c> or <c>Write</c>.</param>
    /// <returns>Null for a table on demand.</returns>
    public static ScaledCapacity? Of(ResourceGraph graph, CapacityDemand demand, string direction)
    {
        var table = graph.OfType(TableType.Token).Single(table => table.Outputs.Text("name") == demand.Table);
        if (table.Inputs.Text("billingMode") == "PAY_PER_REQUEST")
        {
            return null;
        }

        var owner = demand.Index is null ? table.Inputs : table.Inputs.Objects("globalSecondaryIndexes").Single(index => index.Text("name") == demand.Index);
        var start = owner.Integer($"{direction.ToLowerInvariant()}Capacity") ?? 1;
        var resourceId = demand.Index is null ? $"table/{demand.Table}" : $"table/{demand.Table}/index/{demand.Index}";
        var dimension = $"dynamodb:{(demand.Index is null ? "table" : "index")}:{direction}CapacityUnits";
        bool IsIts(GraphResource resource) => resource.Inputs.Text("resourceId") == resourceId && resource.Inputs.Text("scalableDimension") == dimension;
        var target = graph.OfType(ScalingTargetType.Token).SingleOrDefault(IsIts)?.Inputs;
        var policy = graph.OfType(ScalingPolicyType.Token).SingleOrDefault(IsIts)?.Inputs["targetTrackingScalingPolicyConfiguration"];
        return target is null || policy is null
            ? new ScaledCapacity(start, start, 100)
            : new ScaledCapacity(target.Integer("minCapacity")!.Value, target.Integer("maxCapacity")!.Value, policy.AsObject().Integer("targetValue")!.Value);
    }
}
