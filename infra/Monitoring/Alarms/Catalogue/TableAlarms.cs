using System.Collections.Immutable;
using WorkoutLog.Infra.Components;
using WorkoutLog.Infra.Settings;

namespace WorkoutLog.Infra.Monitoring.Alarms.Catalogue;

/// <summary>
/// Throttles, errors, conflicts and capacity of a table. DynamoDB emits most of these metrics only on an event. An alarm that reads them
/// directly keeps its state while data is missing, whatever its missing-data treatment, and would never end. So every alarm fills
/// the gaps.
/// </summary>
public static class TableAlarms
{
    private static readonly TimeSpan _period = TimeSpan.FromMinutes(5);

    public static ImmutableArray<Alarm> Of(string name, WorkoutTable table) =>
    [
        OfGaps(
            AlarmKind.TableThrottles,
            "throttles",
            $"{name} table{(table.Parts.Length > 1 ? " and index" : "")} throttled reads and writes",
            "Requests may be slow or fail.",
            from part in table.Parts
            from metric in Metrics.ThrottleEvents
            select new MetricSeries(Metrics.OfTable(metric, table.TableName, part), "Sum", $"{part} {metric}".TrimStart()),
            5),
        OfGaps(
            AlarmKind.TableSystemErrors,
            "system-errors",
            $"{name} table system errors",
            "Requests may fail.",
            table.Operations.Select(operation => new MetricSeries(Metrics.OfTableOperation("SystemErrors", table.TableName, operation), "Sum", operation)),
            3),
        OfGaps(
            AlarmKind.TableConflicts,
            "conflicts",
            $"{name} table write conflicts",
            "Writes may be slow or fail.",
            [new MetricSeries(Metrics.OfTable("TransactionConflict", table.TableName), "Sum", "Conflicts")],
            50),
        // An on-demand table has no provisioned capacity.
        .. table.Capacity is TableCapacity.OnDemand
            ? ImmutableArray<Alarm>.Empty
            : [.. table.Parts.SelectMany(part => new[] { Used("Read", name, table, part), Used("Write", name, table, part) })],
    ];

    private static Alarm OfGaps(AlarmKind kind, string name, string measure, string impact, IEnumerable<MetricSeries> series, int threshold) => new()
    {
        Kind = kind,
        Name = name,
        Measure = measure,
        Impact = impact,
        Series = [.. series],
        Expression = "SUM(FILL(METRICS(), 0))",
        Threshold = threshold,
        Period = _period,
    };

    // Consumed units are a sum over the period, provisioned units are per second.
    private static Alarm Used(string direction, string name, WorkoutTable table, string? part) => new()
    {
        Kind = AlarmKind.TableCapacity,
        Name = $"{part}-{direction.ToLowerInvariant()}-capacity".TrimStart('-'),
        Measure = $"{name} table{(part is null ? "" : $" index {part}")} consumed {direction.ToLowerInvariant()} capacity",
        Impact = "Requests may be throttled.",
        Series =
        [
            new MetricSeries(Metrics.OfTable($"Consumed{direction}CapacityUnits", table.TableName, part), "Sum", "Consumed"),
            new MetricSeries(Metrics.OfTable($"Provisioned{direction}CapacityUnits", table.TableName, part), "Average", "Provisioned"),
        ],
        Expression = $"100 * FILL(m0, 0) / ({_period.TotalSeconds} * FILL(m1, REPEAT))",
        Threshold = 90,
        Unit = "% of provisioned",
        Period = _period,
    };
}
