using System.Collections.Immutable;
using System.Globalization;
using WorkoutLog.Infra.Monitoring;
using WorkoutLog.Infra.Monitoring.Alarms.Catalogue;
using WorkoutLog.Infra.Monitoring.Dashboards;
using WorkoutLog.Infra.Monitoring.Objectives;

namespace WorkoutLog.Infra.Components.Dashboards;

/// <summary>Whether callers are served, and if not, what fails behind the API.</summary>
internal static class HealthGraphs
{
    public static ImmutableArray<Graph> OfApi(StackDashboardArgs args) =>
    [
        new Graph("Traffic", "requests", Lines.OfTraffic(args, "Count", "SampleCount")) { Stacked = true },
        new Graph("Failed (5xx)", "requests", Lines.OfTraffic(args, "5XXError", "Sum")),
        new Graph("Latency, p50", "milliseconds", Lines.OfTraffic(args, "Latency", "p50")),
        new Graph("Latency, p99", "milliseconds", Lines.OfTraffic(args, "Latency", "p99"))
        {
            // What nobody watches is no line to cross.
            Marks = args.Objectives is null
                ? []
                : [.. args.Objectives.FastMilliseconds.Select(fast => new Mark("objective", fast)), new Mark("alarm", ApiAlarms.SlowMilliseconds)],
        },
    ];

    /// <summary>None in a stack without objectives.</summary>
    public static ImmutableArray<Graph> OfObjectives(StackDashboardArgs args) => args.Objectives is not { } objectives
        ? []
        :
        [
            .. BurnWindow.All.Select(window => new Graph(
                string.Create(CultureInfo.InvariantCulture, $"Burn rate of the error budgets over {window.Minutes} minutes"),
                "times the rate that lasts",
                [.. objectives.Names.OrderBy(name => name.Key, StringComparer.Ordinal)
                    .Select(name => Line.Of(Metrics.BurnRate(name.Value, window.Minutes), "Maximum", name.Key))])
            {
                Marks = [new Mark("alarm", window.Rate)],
            }),
        ];

    public static ImmutableArray<Graph> OfFunctions(StackDashboardArgs args) =>
    [
        new Graph("Calls", "calls", [.. Lines.OfFunctions(args, "Invocations", "Sum")]),
        new Graph("Errors and throttles", "calls", [.. Lines.OfFunctions(args, "Errors", "Sum"), .. Lines.OfFunctions(args, "Throttles", "Sum")]),
        new Graph("Duration, p99", "milliseconds", [.. Lines.OfFunctions(args, "Duration", "p99")]),
        new Graph("At once", "calls", [.. Lines.OfFunctions(args, "ConcurrentExecutions", "Maximum")]),
    ];

    public static ImmutableArray<Graph> OfTables(StackDashboardArgs args) =>
    [
        new Graph("Capacity used", "units", [.. Lines.OfTablesAndIndexes(args, "ConsumedReadCapacityUnits"), .. Lines.OfTablesAndIndexes(args, "ConsumedWriteCapacityUnits")]),
        new Graph("Throttled", "events", [.. Metrics.ThrottleEvents.SelectMany(metric => Lines.OfTablesAndIndexes(args, metric))]),
        new Graph("System errors", "requests", [.. Lines.OfOperations(args, "SystemErrors")]),
        new Graph("Conflicting writes", "items", [.. Lines.OfTables(args, "TransactionConflict")]),
    ];

    /// <summary>None in a stack that publishes no events.</summary>
    public static ImmutableArray<Graph> OfEvents(StackDashboardArgs args) => args.Events is not { } events
        ? []
        :
        [
            new Graph("Events published", "events", [Line.Of(Metrics.OfPipe("EventCount", events.PipeName), "Sum", "EventCount")]),
            new Graph("Failed executions", "executions", [.. Metrics.PipeFailures.Select(metric => Line.Of(Metrics.OfPipe(metric, events.PipeName), "Sum", metric))]),
            new Graph("Time to publish, p99", "milliseconds", [Line.Of(Metrics.OfPipe("TargetStageDuration", events.PipeName), "p99", "TargetStageDuration")]),
            new Graph("Dead letters", "messages", [Line.Of(Metrics.OfQueue("ApproximateNumberOfMessagesVisible", events.DeadLettersName), "Maximum", "Dead letters")]),
        ];
}
