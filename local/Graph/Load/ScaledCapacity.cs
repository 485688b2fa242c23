namespace WorkoutLog.Local.Graph.Load;

/// <summary>The bounds within which autoscaling sets a capacity.</summary>
/// <param name="Min">Units per second.</param>
/// <param name="Max">Units per second; equal to <paramref name="Min"/> for a fixed capacity.</param>
/// <param name="TargetPercent">Share of the capacity that should be in use.</param>
internal sealed record ScaledCapacity(int Min, int Max, double TargetPercent)
{
    /// <summary>Billed per month: DynamoDB bills an hour by its highest capacity.</summary>
    public double UnitHoursPerMonth(double unitsPerMonth)
    {
        var mean = unitsPerMonth / Workload.HoursPerMonth / 3600;
        return Workload.DaysPerMonth * DailyCurve.PeakOfEachHour().Sum(peak => Capacity(mean * peak));
    }

    /// <summary>The capacity in units per second once autoscaling has adjusted.</summary>
    public double Capacity(double consumed) => Math.Clamp(Math.Ceiling(Needed(consumed)), Min, Max);

    /// <summary>The capacity at which <paramref name="consumed"/> is the target share.</summary>
    public double Needed(double consumed) => consumed * 100 / TargetPercent;

    /// <summary>The scaling of a table or an index in one direction.</summary>
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
