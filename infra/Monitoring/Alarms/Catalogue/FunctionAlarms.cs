using System.Collections.Immutable;
using Pulumi;
using WorkoutLog.Infra.Settings;

namespace WorkoutLog.Infra.Monitoring.Alarms.Catalogue;

/// <summary>Errors, throttles, duration and concurrency of a function, at the alias that serves requests.</summary>
public static class FunctionAlarms
{
    // Close to a limit, with time left to act.
    private const int NearPercent = 80;

    private const int MinPercentileInvocations = 5;

    public static ImmutableArray<Alarm> Of(string function, Input<string> functionName, FunctionSettings settings) =>
    [
        new Alarm
        {
            Kind = AlarmKind.FunctionErrors,
            Name = "errors",
            Measure = $"{function} errors",
            Impact = "Callers get server errors.",
            Series = [new MetricSeries(Metrics.OfFunction("Errors", functionName), "Sum", "Errors")],
            Threshold = 3,
        },
        new Alarm
        {
            Kind = AlarmKind.FunctionThrottles,
            Name = "throttles",
            Measure = $"{function} throttles",
            Impact = "The function has no concurrency left and requests fail.",
            Series = [new MetricSeries(Metrics.OfFunction("Throttles", functionName), "Sum", "Throttles")],
            Threshold = 5,
        },
        new Alarm
        {
            Kind = AlarmKind.FunctionDuration,
            Name = "duration",
            Measure = $"{function} p99 duration",
            Series =
            [
                new MetricSeries(Metrics.OfFunction("Duration", functionName), "p99", "p99"),
                new MetricSeries(Metrics.OfFunction("Invocations", functionName), "Sum", "Invocations"),
            ],
            Expression = $"IF(m1 >= {MinPercentileInvocations}, m0, 0)",
            Threshold = NearPercent * settings.Timeout.TotalMilliseconds / 100,
            Unit = "ms",
            Note = $"{NearPercent} % of its {settings.Timeout.TotalSeconds} s timeout, with ≥ {MinPercentileInvocations} invocations",
            Impact = "Requests may start to fail.",
        },
        .. settings.ReservedConcurrency is { } reserve ? [Concurrency(function, functionName, reserve)] : ImmutableArray<Alarm>.Empty,
    ];

    private static Alarm Concurrency(string function, Input<string> functionName, int reserve) => new()
    {
        Kind = AlarmKind.FunctionConcurrency,
        Name = "concurrency",
        Measure = $"{function} concurrent executions",
        Series = [new MetricSeries(Metrics.OfFunction("ConcurrentExecutions", functionName), "Maximum", "Concurrent executions")],
        Threshold = Math.Ceiling(NearPercent * reserve / 100.0),
        Note = $"{NearPercent} % of its reserved {reserve}",
        Impact = "Requests may be throttled.",
    };
}
