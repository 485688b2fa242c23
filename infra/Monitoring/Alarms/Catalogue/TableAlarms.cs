using System.Collections.Immutable;
using WorkoutLog.Infra.Components;
using WorkoutLog.Infra.Settings;

namespace WorkoutLog.Infra.Monitoring.Alarms.Catalogue;

/// <summary>
/// How a table does. DynamoDB emits most of these metrics only when something happens, and an alarm that reads them plainly keeps
/// its state while data is missing, whatever it says about missing data: once raised, it would stay. So all gaps are filled before
/// an alarm looks.
/// </summary>
public static class TableAlarms
{
    private static readonly TimeSpan _period = TimeSpan.FromMinutes(5);

    public static ImmutableArray<Alarm> Of(string name, WorkoutTable table) =>
    [
        OfGaps(
            AlarmKind.TableThrottles,
            "throttles",
            $"DynamoDB throttles the {name} table{(table.Parts.Length > 1 ? " or an index of it" : "")}",
            from part in table.Parts
            from metric in Metrics.ThrottleEvents
            select new MetricSeries(Metrics.OfTable(metric, table.TableName, part), "Sum", $"{part} {metric}".TrimStart()),
            5,
            "throttled reads and writes"),
        OfGaps(
            AlarmKind.TableSystemErrors,
            "system-errors",
            $"DynamoDB fails on the {name} table",
            table.Operations.Select(operation => new MetricSeries(Metrics.OfTableOperation("SystemErrors", table.TableName, operation), "Sum", operation)),
            3,
            "system errors"),
        OfGaps(
            AlarmKind.TableConflicts,
            "conflicts",
            $"Writes to the {name} table get into each other's way",
            [new MetricSeries(Metrics.OfTable("TransactionConflict", table.TableName), "Sum", "Conflicts")],
            50,
            "conflicting writes"),
        // On demand there is no capacity to run out of.
        .. table.Capacity is TableCapacity.OnDemand
            ? ImmutableArray<Alarm>.Empty
            : [.. table.Parts.SelectMany(part => new[] { Used("Read", name, table, part), Used("Write", name, table, part) })],
    ];

    private static Alarm OfGaps(AlarmKind kind, string name, string meaning, IEnumerable<MetricSeries> series, int threshold, string unit) => new()
    {
        Kind = kind,
        Name = name,
        Meaning = meaning,
        Series = [.. series],
        Expression = "SUM(FILL(METRICS(), 0))",
        Threshold = threshold,
        Unit = unit,
        Period = _period,
    };

    // What is consumed counts a whole period, what is provisioned holds for each second of it.
    private static Alarm Used(string direction, string name, WorkoutTable table, string? part) => new()
    {
        Kind = AlarmKind.TableCapacity,
        Name = $"{part}-{direction.ToLowerInvariant()}-capacity".TrimStart('-'),
        Meaning = $"The {direction.ToLowerInvariant()}s of the {name} table{(part is null ? "" : $" by its index {part}")} come near its capacity",
        Series =
        [
            new MetricSeries(Metrics.OfTable($"Consumed{direction}CapacityUnits", table.TableName, part), "Sum", "Consumed"),
            new MetricSeries(Metrics.OfTable($"Provisioned{direction}CapacityUnits", table.TableName, part), "Average", "Provisioned"),
        ],
        Expression = $"100 * FILL(m0, 0) / ({_period.TotalSeconds} * FILL(m1, REPEAT))",
        Threshold = 90,
        Unit = "% of the capacity",
        Period = _period,
    };
}
