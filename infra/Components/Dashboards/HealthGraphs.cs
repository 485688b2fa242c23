using System.Collections.Immutable;
using System.Globalization;
using WorkoutLog.Infra.Monitoring;
using WorkoutLog.Infra.Monitoring.Alarms.Catalogue;
using WorkoutLog.Infra.Monitoring.Dashboards;
using WorkoutLog.Infra.Monitoring.Objectives;

namespace WorkoutLog.Infra.Components.Dashboards;

/// <summary>Health of the API and of the resources behind it.</summary>
internal static class HealthGraphs
{
    public static ImmutableArray<Graph> OfApi(StackDashboardArgs args) =>
    [
        new Graph("Traffic", "requests", Lines.OfTraffic(args, "Count", "SampleCount")) { Stacked = true },
        new Graph("Server errors (5xx)", "requests", Lines.OfTraffic(args, "5XXError", "Sum")),
        new Graph("Latency, p50", "milliseconds", Lines.OfTraffic(args, "Latency", "p50")),
        new Graph("Latency, p99", "milliseconds", Lines.OfTraffic(args, "Latency", "p99"))
        {
            // Without an objective or alarm there is no threshold to draw.
            Marks = args.Objectives is null
                ? []
                : [.. args.Objectives.FastMilliseconds.Select(fast => new Mark("objective", fast)), new Mark("alarm", ApiAlarms.SlowMilliseconds)],
        },
    ];

    /// <summary>Empty in a stack without objectives.</summary>
    public static ImmutableArray<Graph> OfObjectives(StackDashboardArgs args) => args.Objectives is not { } objectives
        ? []
        :
        [
            .. BurnWindow.All.Select(window => new Graph(
                string.Create(CultureInfo.InvariantCulture, $"Error budget burn rate over {window.Hours} h"),
                "burn rate",
                [.. objectives.Names.OrderBy(name => name.Key, StringComparer.Ordinal)
                    .Select(name => Line.Of(Metrics.BurnRate(name.Value, window.Minutes), "Maximum", name.Key))])
            {
                Marks = [new Mark("alarm", window.Rate)],
            }),
        ];

    public static ImmutableArray<Graph> OfFunctions(StackDashboardArgs args) =>
    [
        new Graph("Invocations", "invocations", [.. Lines.OfFunctions(args, "Invocations", "Sum")]),
        new Graph("Errors and throttles", "invocations", [.. Lines.OfFunctions(args, "Errors", "Sum"), .. Lines.OfFunctions(args, "Throttles", "Sum")]),
        new Graph("Duration, p99", "milliseconds", [.. Lines.OfFunctions(args, "Duration", "p99")]),
        new Graph("Concurrent executions", "executions", [.. Lines.OfFunctions(args, "ConcurrentExecutions", "Maximum")]),
    ];

    public static ImmutableArray<Graph> OfTables(StackDashboardArgs args) =>
    [
        new Graph("Consumed capacity", "units", [.. Lines.OfTablesAndIndexes(args, "ConsumedReadCapacityUnits"), .. Lines.OfTablesAndIndexes(args, "ConsumedWriteCapacityUnits")]),
        new Graph("Throttled reads and writes", "events", [.. Metrics.ThrottleEvents.SelectMany(metric => Lines.OfTablesAndIndexes(args, metric))]),
        new Graph("System errors", "requests", [.. Lines.OfOperations(args, "SystemErrors")]),
        new Graph("Write conflicts", "items", [.. Lines.OfTables(args, "TransactionConflict")]),
    ];

    /// <summary>Empty in a stack without events.</summary>
    public static ImmutableArray<Graph> OfEvents(StackDashboardArgs args) => args.Events is not { } events
        ? []
        :
        [
            new Graph("Events published", "events", [Line.Of(Metrics.OfPipe("EventCount", events.PipeName), "Sum", "EventCount")]),
            new Graph("Failed pipe executions", "executions", [.. Metrics.PipeFailures.Select(metric => Line.Of(Metrics.OfPipe(metric, events.PipeName), "Sum", metric))]),
            new Graph("Time to publish, p99", "milliseconds", [Line.Of(Metrics.OfPipe("TargetStageDuration", events.PipeName), "p99", "TargetStageDuration")]),
            new Graph("Dead letters", "messages", [Line.Of(Metrics.OfQueue("ApproximateNumberOfMessagesVisible", events.DeadLettersName), "Maximum", "Dead letters")]),
        ];
}
