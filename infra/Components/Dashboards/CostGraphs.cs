using System.Collections.Immutable;
using System.Globalization;
using WorkoutLog.Infra.Monitoring;
using WorkoutLog.Infra.Monitoring.Dashboards;

namespace WorkoutLog.Infra.Components.Dashboards;

/// <summary>Usage that AWS bills, except table capacity: requests, compute, log ingestion.</summary>
internal static class CostGraphs
{
    public static ImmutableArray<Graph> Of(StackDashboardArgs args) =>
    [
        new Graph("Requests", "requests", [new Line.Plain(Metrics.Requests(Metrics.OfApi("Count", args.Api.ApiName)))]),
        new Graph("Compute", "GB-seconds", [.. args.Functions.Select(Compute)]) { Stacked = true },
        new Graph("Ingested logs", "bytes", [.. args.LogGroups.Select(group =>
            Line.Of(Metrics.OfLogGroup("IncomingBytes", group.Name), "Sum", group.GetResourceName()))]) { Stacked = true },
    ];

    // Lambda bills duration times memory. It rounds each invocation up to a millisecond, which this omits.
    private static Line Compute(WorkoutFunction function) => new Line.Computed(
        function.GetResourceName(),
        new MetricSeries(Metrics.OfFunction("Duration", function.FunctionName), "Sum", $"{function.GetResourceName()} Duration"),
        string.Create(CultureInfo.InvariantCulture, $"{{0}} / 1000 * {function.Settings.MemoryMiB} / 1024"));
}
