using System.Collections.Immutable;
using Pulumi;
using WorkoutLog.Infra.Api;

namespace WorkoutLog.Infra.Monitoring.Alarms.Catalogue;

/// <summary>What the callers of the API meet, and whether there are any.</summary>
public static class ApiAlarms
{
    /// <summary>A caller waits that long once and then gives up, or tries again and doubles the load.</summary>
    public const int SlowMilliseconds = 1000;

    // Below it the slowest of a hundred requests is the slowest of a few, such as one that met a cold start.
    private const int RequestsThatMakeAPercentile = 20;

    /// <param name="steady">The API has callers at all hours, so none at all means that they cannot reach it.</param>
    public static ImmutableArray<Alarm> Of(Input<string> apiName, ImmutableArray<Route> routes, bool steady) =>
    [
        ServerErrors(apiName),
        ClientErrors(apiName),
        .. routes.Select(route => Latency(apiName, route)),
        .. steady ? [NoTraffic(apiName)] : ImmutableArray<Alarm>.Empty,
    ];

    private static Alarm ServerErrors(Input<string> apiName) => new()
    {
        Kind = AlarmKind.ApiServerErrors,
        Name = "server-errors",
        Meaning = "The API answers with status 5xx",
        Series = [new MetricSeries(Metrics.OfApi("5XXError", apiName), "Sum", "5xx"), Metrics.Requests(Metrics.OfApi("Count", apiName))],
        // The share alone would make one failure among three requests a third of the traffic.
        Expression = "IF(m0 >= 3, 100 * m0 / m1, 0)",
        Threshold = 5,
        Unit = "% of the requests (and 3 of them)",
    };

    private static Alarm ClientErrors(Input<string> apiName) => new()
    {
        Kind = AlarmKind.ApiClientErrors,
        Name = "client-errors",
        Meaning = "The API refuses what callers send",
        Series = [new MetricSeries(Metrics.OfApi("4XXError", apiName), "Sum", "4xx"), Metrics.Requests(Metrics.OfApi("Count", apiName))],
        // One client that is wrong is its own trouble; most requests of many are a release of ours or of theirs.
        Expression = "IF(m1 >= 50, 100 * m0 / m1, 0)",
        Threshold = 50,
        Unit = "% of the requests (when there are 50)",
    };

    private static Alarm Latency(Input<string> apiName, Route route) => new()
    {
        Kind = AlarmKind.ApiLatency,
        Name = $"{route.OperationId}-latency",
        Meaning = $"{route.Name} is slow for one request in a hundred",
        Series =
        [
            new MetricSeries(Metrics.OfRoute("Latency", apiName, route), "p99", "p99"),
            Metrics.Requests(Metrics.OfRoute("Count", apiName, route)),
        ],
        Expression = $"IF(m1 >= {RequestsThatMakeAPercentile}, m0, 0)",
        Threshold = SlowMilliseconds,
        Unit = $"milliseconds (when there are {RequestsThatMakeAPercentile} requests)",
    };

    private static Alarm NoTraffic(Input<string> apiName) => new()
    {
        Kind = AlarmKind.ApiNoTraffic,
        Name = "no-traffic",
        Meaning = "Nobody reaches the API",
        Series = [Metrics.Requests(Metrics.OfApi("Count", apiName))],
        Bound = Bound.Below,
        Threshold = 1,
        Unit = "requests",
        Period = TimeSpan.FromHours(1),
        WrongPeriods = 3,
        // What nobody calls emits nothing.
        MissingData = MissingData.Breaching,
    };
}
