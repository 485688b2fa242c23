using System.Collections.Immutable;
using Pulumi;
using WorkoutLog.Contracts;

namespace WorkoutLog.Infra.Monitoring;

/// <summary>Every alarm of the stack, as data. Each counts more than a few failures in more than one period: one error at night is no alarm.</summary>
public static class AlarmCatalogue
{
    public static ImmutableArray<Alarm> OfFunction(string function, Input<string> functionName) =>
    [
        new Alarm
        {
            Name = "errors",
            Meaning = $"{function} fails",
            Series = [new MetricSeries(Metrics.OfFunction("Errors", functionName), "Sum", "Errors")],
            Threshold = 3,
            Unit = "errors",
        },
        new Alarm
        {
            Name = "throttles",
            Meaning = $"{function} turns callers away, having no more concurrency",
            Series = [new MetricSeries(Metrics.OfFunction("Throttles", functionName), "Sum", "Throttles")],
            Threshold = 5,
            Unit = "throttled calls",
        },
    ];

    public static ImmutableArray<Alarm> OfApi(Input<string> apiName) =>
    [
        new Alarm
        {
            Name = "server-errors",
            Meaning = "The API answers with status 5xx",
            Series =
            [
                new MetricSeries(Metrics.OfApi("5XXError", apiName), "Sum", "5xx"),
                new MetricSeries(Metrics.OfApi("Count", apiName), "SampleCount", "Requests"),
            ],
            // The share alone would make one failure among three requests a third of the traffic.
            Expression = "IF(m0 >= 3, 100 * m0 / m1, 0)",
            Threshold = 5,
            Unit = "% of the requests (and 3 of them)",
        },
    ];

    /// <summary>What DynamoDB fails on, callers see as a failure of the API; which table it is, only detailed monitoring tells.</summary>
    public static ImmutableArray<Alarm> OfTable(string table, Input<string> tableName, MonitoringLevel monitoring) =>
        monitoring == MonitoringLevel.Detailed ? [Throttles(table, tableName), SystemErrors(table, tableName)] : [Throttles(table, tableName)];

    private static Alarm Throttles(string table, Input<string> tableName) => OfGaps(
        "throttles",
        $"DynamoDB throttles the {table} table",
        Metrics.ThrottleEvents.Select(metric => new MetricSeries(Metrics.OfTable(metric, tableName), "Sum", metric)),
        5,
        "throttled reads and writes");

    private static Alarm SystemErrors(string table, Input<string> tableName) => OfGaps(
        "system-errors",
        $"DynamoDB fails on the {table} table",
        Metrics.TableOperations.Select(operation => new MetricSeries(Metrics.OfTableOperation("SystemErrors", tableName, operation), "Sum", operation)),
        3,
        "system errors");

    // DynamoDB emits these metrics only when something happens, and an alarm that reads them plainly keeps its state while data is
    // missing, whatever it says about missing data: once raised, it would stay. So the gaps are filled before the alarm looks.
    private static Alarm OfGaps(string name, string meaning, IEnumerable<MetricSeries> series, int threshold, string unit) => new()
    {
        Name = name,
        Meaning = meaning,
        Series = [.. series],
        Expression = "SUM(FILL(METRICS(), 0))",
        Threshold = threshold,
        Unit = unit,
    };
}
