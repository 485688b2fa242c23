using System.Collections.Immutable;
using Pulumi;
using WorkoutLog.Infra.Api;

namespace WorkoutLog.Infra.Monitoring.Alarms.Catalogue;

/// <summary>Errors, latency and traffic of the API.</summary>
public static class ApiAlarms
{
    /// <summary>Above this latency callers give up, or retry and double the load.</summary>
    public const int SlowMilliseconds = 1000;

    // With fewer requests a single cold start is the p99.
    private const int MinPercentileRequests = 20;

    private const int MinServerErrors = 3;
    private const int MinRequests = 50;

    /// <param name="steady">The API has traffic at all hours, so no traffic means that it is unreachable.</param>
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
        Measure = "API 5xx rate",
        Series = [new MetricSeries(Metrics.OfApi("5XXError", apiName), "Sum", "5xx"), Metrics.Requests(Metrics.OfApi("Count", apiName))],
        // By rate alone, one failure among three requests would be 33 %.
        Expression = $"IF(m0 >= {MinServerErrors}, 100 * m0 / m1, 0)",
        Threshold = 5,
        Unit = "%",
        Note = $"and ≥ {MinServerErrors} responses",
        Impact = "Callers get server errors.",
    };

    private static Alarm ClientErrors(Input<string> apiName) => new()
    {
        Kind = AlarmKind.ApiClientErrors,
        Name = "client-errors",
        Measure = "API 4xx rate",
        Series = [new MetricSeries(Metrics.OfApi("4XXError", apiName), "Sum", "4xx"), Metrics.Requests(Metrics.OfApi("Count", apiName))],
        // A single faulty client stays below; most requests of many clients point to a release of the API or of a client.
        Expression = $"IF(m1 >= {MinRequests}, 100 * m0 / m1, 0)",
        Threshold = 50,
        Unit = "%",
        Note = $"with ≥ {MinRequests} requests",
        Impact = "Most requests are rejected.",
    };

    private static Alarm Latency(Input<string> apiName, Route route) => new()
    {
        Kind = AlarmKind.ApiLatency,
        Name = $"{route.OperationId}-latency",
        Measure = $"{route.Name} p99 latency",
        Series =
        [
            new MetricSeries(Metrics.OfRoute("Latency", apiName, route), "p99", "p99"),
            Metrics.Requests(Metrics.OfRoute("Count", apiName, route)),
        ],
        Expression = $"IF(m1 >= {MinPercentileRequests}, m0, 0)",
        Threshold = SlowMilliseconds,
        Unit = "ms",
        Note = $"with ≥ {MinPercentileRequests} requests",
        Impact = "Callers may give up or retry.",
    };

    private static Alarm NoTraffic(Input<string> apiName) => new()
    {
        Kind = AlarmKind.ApiNoTraffic,
        Name = "no-traffic",
        Measure = "API requests",
        Impact = "Callers may be unable to reach the API.",
        Series = [Metrics.Requests(Metrics.OfApi("Count", apiName))],
        Bound = Bound.Below,
        Threshold = 1,
        Period = TimeSpan.FromHours(1),
        BreachingPeriods = 3,
        // An API without requests emits no data.
        MissingData = MissingData.Breaching,
    };
}
