using System.Collections.Immutable;
using Pulumi;
using WorkoutLog.Infra.Settings;

namespace WorkoutLog.Infra.Monitoring.Alarms.Catalogue;

/// <summary>How a function does, at the alias that callers reach.</summary>
public static class FunctionAlarms
{
    // The share of a limit from which on there is little left, and still time to act.
    private const double Near = 0.8;

    private const int CallsThatMakeAPercentile = 5;

    public static ImmutableArray<Alarm> Of(string function, Input<string> functionName, FunctionSettings settings) =>
    [
        new Alarm
        {
            Kind = AlarmKind.FunctionErrors,
            Name = "errors",
            Meaning = $"{function} fails",
            Series = [new MetricSeries(Metrics.OfFunction("Errors", functionName), "Sum", "Errors")],
            Threshold = 3,
            Unit = "errors",
        },
        new Alarm
        {
            Kind = AlarmKind.FunctionThrottles,
            Name = "throttles",
            Meaning = $"{function} turns callers away, having no more concurrency",
            Series = [new MetricSeries(Metrics.OfFunction("Throttles", functionName), "Sum", "Throttles")],
            Threshold = 5,
            Unit = "throttled calls",
        },
        new Alarm
        {
            Kind = AlarmKind.FunctionDuration,
            Name = "duration",
            Meaning = $"{function} comes near its timeout of {settings.Timeout.TotalSeconds} seconds",
            Series =
            [
                new MetricSeries(Metrics.OfFunction("Duration", functionName), "p99", "p99"),
                new MetricSeries(Metrics.OfFunction("Invocations", functionName), "Sum", "Calls"),
            ],
            Expression = $"IF(m1 >= {CallsThatMakeAPercentile}, m0, 0)",
            Threshold = Near * settings.Timeout.TotalMilliseconds,
            Unit = $"milliseconds for one call in a hundred (when there are {CallsThatMakeAPercentile})",
        },
        .. settings.ReservedConcurrency is { } reserve ? [Concurrency(function, functionName, reserve)] : ImmutableArray<Alarm>.Empty,
    ];

    private static Alarm Concurrency(string function, Input<string> functionName, int reserve) => new()
    {
        Kind = AlarmKind.FunctionConcurrency,
        Name = "concurrency",
        Meaning = $"{function} comes near its reserve of {reserve} calls at once",
        Series = [new MetricSeries(Metrics.OfFunction("ConcurrentExecutions", functionName), "Maximum", "At once")],
        Threshold = Math.Ceiling(Near * reserve),
        Unit = "calls at once",
    };
}
