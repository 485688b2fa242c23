using System.Text.Json.Nodes;
using WorkoutLog.Local.Cost.Capacity;
using WorkoutLog.Local.Cost.Load;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Runner;

namespace WorkoutLog.Local.Cost.Billing;

/// <summary>A table with its indexes: capacity, storage and recovery. A stream without a reader costs nothing.</summary>
internal static class TableUsage
{
    public static IEnumerable<Usage> Of(GraphResource table, ResourceGraph graph, Workload load)
    {
        foreach (var demand in CapacityDemand.Of(table))
        {
            yield return Units(table.Type, demand, DeclaredCapacity.Of(graph, demand, "Write"), "write", demand.WritesPerMonth(load));
            yield return Units(table.Type, demand, DeclaredCapacity.Of(graph, demand, "Read"), "read", demand.ReadsPerMonth(load));
            yield return new(table.Type, "storage", "tableStorage", demand.Gigabytes(load));
            // Indexes are made anew when a table is restored, so no copy of them is kept.
            if (demand.Index is null && (table.Inputs["pointInTimeRecovery"] as JsonObject)?.Flag("enabled") == true)
            {
                yield return new(table.Type, "point-in-time recovery", "recovery", demand.Gigabytes(load));
            }
        }
    }

    /// <summary>Capacity, or the alarms by which it is scaled.</summary>
    public static bool IsCapacity(BillLine line) =>
        line.Price is "writeUnit" or "readUnit" or "writeCapacity" or "readCapacity" || line.Type == "aws:appautoscaling/policy:Policy";

    /// <summary>Of one direction.</summary>
    /// <param name="range">Null on demand.</param>
    /// <param name="direction"><c>read</c> or <c>write</c>.</param>
    public static Usage Units(string type, CapacityDemand demand, ScaledCapacity? range, string direction, double unitsPerMonth) => range is null
        ? new(type, $"{direction}s of {demand.Label}, on demand", $"{direction}Unit", unitsPerMonth)
        : new(type, $"{direction}s of {demand.Label}, provisioned", $"{direction}Capacity", range.UnitHoursPerMonth(unitsPerMonth));
}
