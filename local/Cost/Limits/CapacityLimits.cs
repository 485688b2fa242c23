using WorkoutLog.Infra.Settings.Keys;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Graph.Load;

namespace WorkoutLog.Local.Cost.Limits;

/// <summary>The limits of the tables and their indexes, for reads and writes each.</summary>
internal static class CapacityLimits
{
    public static IEnumerable<Limit> Of(ResourceGraph graph, Workload load) => CapacityDemand.OfAll(graph).SelectMany(demand =>
        OfDirection(graph, demand, "Write", demand.PeakWrites(load), Quotas.WarmWrites)
            .Concat(OfDirection(graph, demand, "Read", demand.PeakReads(load), Quotas.WarmReads)));

    private static IEnumerable<Limit> OfDirection(ResourceGraph graph, CapacityDemand demand, string direction, double needed, double warm)
    {
        var name = $"{demand.Label}, {direction.ToLowerInvariant()}s";
        var keys = demand.Index is null ? CapacityKeys.Table : CapacityKeys.Index;
        yield return ScaledCapacity.Of(graph, demand, direction) is { } range
            ? new($"{name}, highest capacity", needed, range.Max, "units/s", $"set `{keys.Max.Key}`")
            : new($"{name}, warm throughput", needed, warm, "units/s", "raise the warm throughput before the first day (`aws dynamodb update-table --warm-throughput`)");
        yield return new($"{name}, quota", needed, Quotas.TableUnits, "units/s", "request a higher throughput of one table of DynamoDB");
    }
}
