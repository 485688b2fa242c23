using System.Collections.Immutable;
using Pulumi;
using WorkoutLog.Infra.Monitoring;

namespace WorkoutLog.Infra.Components;

/// <summary>What the dashboard shows, from the routes and the resources of the stack.</summary>
internal static class StackDashboardContent
{
    public static DashboardBody Of(StackDashboardArgs args) => new DashboardLayout(args.Region)
        .Alarms(new AlarmProperties("Alarms", [.. args.Alarms.Select(alarm => (Input<string>)alarm)]))
        .Section(
            "API",
            new Graph("Traffic", "requests", OfRoutes(args, "Count", "SampleCount")),
            new Graph("Refused and failed", "requests", [OfApi(args, "4XXError"), OfApi(args, "5XXError")]),
            new Graph("Latency, p99", "milliseconds", OfRoutes(args, "Latency", "p99")))
        .Section(
            "Functions",
            new Graph("Calls", "calls", OfFunctions(args, "Invocations", "Sum")),
            new Graph("Errors and throttles", "calls", [.. OfFunctions(args, "Errors", "Sum"), .. OfFunctions(args, "Throttles", "Sum")]),
            new Graph("Duration, p99", "milliseconds", OfFunctions(args, "Duration", "p99")),
            new Graph("At once", "calls", OfFunctions(args, "ConcurrentExecutions", "Maximum")))
        .Section(
            "Tables",
            new Graph("Capacity used", "units", [.. OfTables(args, "ConsumedReadCapacityUnits"), .. OfTables(args, "ConsumedWriteCapacityUnits")]),
            new Graph("Throttled", "requests", OfOperations(args, "ThrottledRequests")),
            new Graph("System errors", "requests", OfOperations(args, "SystemErrors")))
        .Build();

    private static ImmutableArray<MetricSeries> OfRoutes(StackDashboardArgs args, string metric, string statistic) =>
        [.. args.Routes.Select(route => new MetricSeries(Metrics.OfRoute(metric, args.Api.ApiName, route), statistic, $"{route.Method} {route.Path}"))];

    private static MetricSeries OfApi(StackDashboardArgs args, string metric) => new MetricSeries(Metrics.OfApi(metric, args.Api.ApiName), "Sum", metric);

    private static ImmutableArray<MetricSeries> OfFunctions(StackDashboardArgs args, string metric, string statistic) =>
        [.. args.Functions.Select(function => new MetricSeries(
            Metrics.OfFunction(metric, function.FunctionName), statistic, $"{function.GetResourceName()} {metric}"))];

    private static ImmutableArray<MetricSeries> OfTables(StackDashboardArgs args, string metric) =>
        [.. args.Tables.Select(table => new MetricSeries(Metrics.OfTable(metric, table.TableName), "Sum", $"{table.GetResourceName()} {metric}"))];

    private static ImmutableArray<MetricSeries> OfOperations(StackDashboardArgs args, string metric) =>
        [.. args.Tables.SelectMany(table => Metrics.TableOperations.Select(operation => new MetricSeries(
            Metrics.OfTableOperation(metric, table.TableName, operation), "Sum", $"{table.GetResourceName()} {operation}")))];
}
