using System.Text.Json;

namespace WorkoutLog.Local.Cost.Capacity;

/// <summary>Both capacity modes for a workload, each with the cheapest settings that meet the load.</summary>
/// <param name="Project">Only this repository's own program has the settings.</param>
/// <param name="OnDemandDollars">Per month, list price.</param>
/// <param name="AutoscaledDollars">Per month, list price, including the alarms of autoscaling.</param>
/// <param name="Table">For every table: one setting applies to all of them.</param>
/// <param name="Index">For every index.</param>
internal sealed record CapacityAdvice(
    string Project, double OnDemandDollars, double AutoscaledDollars, ScaledCapacity Table, ScaledCapacity Index)
{
    private const int HighestTarget = 90;
    private const int TargetStep = 5;

    public CapacityMode Cheaper => AutoscaledDollars < OnDemandDollars ? CapacityMode.Autoscaled : CapacityMode.OnDemand;

    /// <summary>Keys of <c>Pulumi.&lt;stack&gt;.yaml</c>, without the project's name, and their values; none for another program.</summary>
    public ImmutableArray<(string Key, string Value)> Settings => !HasSettings ? [] :
    [
        (CapacityKeys.Mode.Key, JsonNamingPolicy.CamelCase.ConvertName(Cheaper.ToString())),
        .. Cheaper == CapacityMode.OnDemand ? [] : RangeSettings(CapacityKeys.Table, Table).Concat(RangeSettings(CapacityKeys.Index, Index)),
    ];

    /// <summary>Changes beyond the settings.</summary>
    public ImmutableArray<string> Notes =>
    [
        .. HasSettings ? Array.Empty<string>() : [Cheaper == CapacityMode.OnDemand
            ? "Bill every table on demand."
            : $"Scale every table {Words(Table)}, and every index {Words(Index)}."],
        .. Cheaper == CapacityMode.Autoscaled && Math.Max(Table.Max, Index.Max) > Quotas.TableUnits
            ? [$"Above {Quotas.TableUnits:N0} units, first raise the DynamoDB quota per table{(HasSettings ? " and the bound of these settings" : "")}."]
            : Array.Empty<string>(),
    ];

    private bool HasSettings => Project == MeasuredDemand.Project;

    /// <summary>The highest target that leaves headroom for the steepest growth of the load until autoscaling adds capacity.</summary>
    public static int TargetPercent { get; } =
        Math.Min(HighestTarget, (int)(100 / DailyCurve.SteepestGrowth(Assumptions.ScalingMinutes)) / TargetStep * TargetStep);

    public static CapacityAdvice Of(ResourceGraph graph, Workload load, PriceList prices)
    {
        Throughput[] directions = [.. CapacityDemand.OfAll(graph).SelectMany(demand => demand.Directions(load))];
        var table = RangeFor([.. directions.Where(direction => direction.Demand.Index is null)]);
        var index = RangeFor([.. directions.Where(direction => direction.Demand.Index is not null)]);
        double Dollars(Func<Throughput, ScaledCapacity?> range) => directions
            .Select(direction => TableType.Units(direction, range(direction)))
            .Sum(usage => prices.Prices[usage.Price].Of(usage.Quantity));
        var alarms = prices.Prices["alarm"].Of(directions.Length * ScalingPolicyType.AlarmsPerPolicy);
        return new(graph.Project, Dollars(_ => null), Dollars(direction => direction.Demand.Index is null ? table : index) + alarms, table, index);
    }

    // One range serves reads and writes of all tables: low enough for the lowest load at night, high enough for the morning peak.
    private static ScaledCapacity RangeFor(Throughput[] directions)
    {
        var range = new ScaledCapacity(1, int.MaxValue, TargetPercent);
        var night = DailyCurve.Minutes.Min() / DailyCurve.Peak;
        var min = directions.Select(direction => range.Capacity(direction.PeakUnits * night)).DefaultIfEmpty(1).Min();
        var max = directions.Select(direction => range.Capacity(direction.PeakUnits)).DefaultIfEmpty(1).Max();
        return range with { Min = (int)min, Max = (int)max };
    }

    private static string Words(ScaledCapacity range) => $"from {range.Min} to {range.Max} units, at a target of {range.TargetPercent} %";

    private static IEnumerable<(string Key, string Value)> RangeSettings(CapacityRangeKeys keys, ScaledCapacity range) =>
    [
        (keys.Min.Key, range.Min.ToString(CultureInfo.InvariantCulture)),
        (keys.Max.Key, range.Max.ToString(CultureInfo.InvariantCulture)),
        (keys.TargetPercent.Key, range.TargetPercent.ToString(CultureInfo.InvariantCulture)),
    ];
}
