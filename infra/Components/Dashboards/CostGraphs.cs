using System.Collections.Immutable;
using System.Globalization;
using WorkoutLog.Infra.Monitoring;
using WorkoutLog.Infra.Monitoring.Dashboards;

namespace WorkoutLog.Infra.Components.Dashboards;

/// <summary>What AWS bills by use, beside the capacity of the tables: requests, memory over time, bytes of log.</summary>
internal static class CostGraphs
{
    public static ImmutableArray<Graph> Of(StackDashboardArgs args) =>
    [
        new Graph("Requests", "requests", [new Line.Plain(Metrics.Requests(Metrics.OfApi("Count", args.Api.ApiName)))]),
        new Graph("Compute", "GB-seconds", [.. args.Functions.Select(Compute)]) { Stacked = true },
        new Graph("Logs written", "bytes", [.. args.LogGroups.Select(group =>
            Line.Of(Metrics.OfLogGroup("IncomingBytes", group.Name), "Sum", group.GetResourceName()))]) { Stacked = true },
    ];

    // Lambda bills milliseconds times memory; it rounds each call up to a millisecond, which this does not.
    private static Line Compute(WorkoutFunction function) => new Line.Computed(
        function.GetResourceName(),
        new MetricSeries(Metrics.OfFunction("Duration", function.FunctionName), "Sum", $"{function.GetResourceName()} Duration"),
        string.Create(CultureInfo.InvariantCulture, $"{{0}} / 1000 * {function.Settings.MemoryMiB} / 1024"));
}
