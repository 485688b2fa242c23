using System.Collections.Immutable;
using Pulumi;
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

    /// <param name="operations">What callers do with the table, in DynamoDB's own words.</param>
    public static ImmutableArray<Alarm> Of(string table, Input<string> tableName, TableCapacity capacity, ImmutableArray<string> operations) =>
    [
        OfGaps(
            AlarmKind.TableThrottles,
            "throttles",
            $"DynamoDB throttles the {table} table",
            Metrics.ThrottleEvents.Select(metric => new MetricSeries(Metrics.OfTable(metric, tableName), "Sum", metric)),
            5,
            "throttled reads and writes"),
        OfGaps(
            AlarmKind.TableSystemErrors,
            "system-errors",
            $"DynamoDB fails on the {table} table",
            operations.Select(operation => new MetricSeries(Metrics.OfTableOperation("SystemErrors", tableName, operation), "Sum", operation)),
            3,
            "system errors"),
        OfGaps(
            AlarmKind.TableConflicts,
            "conflicts",
            $"Writes to the {table} table get into each other's way",
            [new MetricSeries(Metrics.OfTable("TransactionConflict", tableName), "Sum", "Conflicts")],
            50,
            "conflicting writes"),
        // On demand there is no capacity to run out of.
        .. capacity is TableCapacity.OnDemand
            ? ImmutableArray<Alarm>.Empty
            : [Used("Read", table, tableName), Used("Write", table, tableName)],
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
    private static Alarm Used(string direction, string table, Input<string> tableName) => new()
    {
        Kind = AlarmKind.TableCapacity,
        Name = $"{direction.ToLowerInvariant()}-capacity",
        Meaning = $"The {direction.ToLowerInvariant()}s of the {table} table come near its capacity",
        Series =
        [
            new MetricSeries(Metrics.OfTable($"Consumed{direction}CapacityUnits", tableName), "Sum", "Consumed"),
            new MetricSeries(Metrics.OfTable($"Provisioned{direction}CapacityUnits", tableName), "Average", "Provisioned"),
        ],
        Expression = $"100 * FILL(m0, 0) / ({_period.TotalSeconds} * FILL(m1, REPEAT))",
        Threshold = 90,
        Unit = "% of the capacity",
        Period = _period,
    };
}
