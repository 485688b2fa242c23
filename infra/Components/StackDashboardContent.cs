using System.Collections.Immutable;
using Pulumi;
using WorkoutLog.Contracts;
using WorkoutLog.Infra.Monitoring;
using WorkoutLog.Infra.Monitoring.Dashboards;

namespace WorkoutLog.Infra.Components;

/// <summary>What the dashboard shows, from the routes and the resources of the stack.</summary>
internal static class StackDashboardContent
{
    public static DashboardBody Of(StackDashboardArgs args) => new DashboardLayout(args.Region)
        .Alarms(new AlarmProperties("Alarms", [.. args.Alarms.Select(alarm => (Input<string>)alarm)]))
        .Section(
            "API",
            new Graph("Traffic", "requests", OfTraffic(args, "Count", "SampleCount")),
            new Graph("Refused and failed", "requests", [OfApi(args, "4XXError", "Sum"), OfApi(args, "5XXError", "Sum")]),
            new Graph("Latency, p99", "milliseconds", OfTraffic(args, "Latency", "p99")))
        .Section(
            "Functions",
            new Graph("Calls", "calls", OfFunctions(args, "Invocations", "Sum")),
            new Graph("Errors and throttles", "calls", [.. OfFunctions(args, "Errors", "Sum"), .. OfFunctions(args, "Throttles", "Sum")]),
            new Graph("Duration, p99", "milliseconds", OfFunctions(args, "Duration", "p99")),
            new Graph("At once", "calls", OfFunctions(args, "ConcurrentExecutions", "Maximum")))
        .Section(
            "Tables",
            new Graph("Capacity used", "units", [.. OfTables(args, "ConsumedReadCapacityUnits"), .. OfTables(args, "ConsumedWriteCapacityUnits")]),
            new Graph("Throttled", "events", [.. Metrics.ThrottleEvents.SelectMany(metric => OfTables(args, metric))]),
            new Graph("System errors", "requests", OfOperations(args, "SystemErrors")))
        .Build();

    // API Gateway has a route's own metrics only where they are asked for.
    private static ImmutableArray<MetricSeries> OfTraffic(StackDashboardArgs args, string metric, string statistic) =>
        args.Monitoring == MonitoringLevel.Detailed ? OfRoutes(args, metric, statistic) : [OfApi(args, metric, statistic)];

    private static ImmutableArray<MetricSeries> OfRoutes(StackDashboardArgs args, string metric, string statistic) =>
        [.. args.Routes.Select(route => new MetricSeries(Metrics.OfRoute(metric, args.Api.ApiName, route), statistic, $"{route.Method} {route.Path}"))];

    private static MetricSeries OfApi(StackDashboardArgs args, string metric, string statistic) => new(Metrics.OfApi(metric, args.Api.ApiName), statistic, metric);

    private static ImmutableArray<MetricSeries> OfFunctions(StackDashboardArgs args, string metric, string statistic) =>
        [.. args.Functions.Select(function => new MetricSeries(
            Metrics.OfFunction(metric, function.FunctionName), statistic, $"{function.GetResourceName()} {metric}"))];

    private static ImmutableArray<MetricSeries> OfTables(StackDashboardArgs args, string metric) =>
        [.. args.Tables.Select(table => new MetricSeries(Metrics.OfTable(metric, table.TableName), "Sum", $"{table.GetResourceName()} {metric}"))];

    private static ImmutableArray<MetricSeries> OfOperations(StackDashboardArgs args, string metric) =>
        [.. args.Tables.SelectMany(table => Metrics.TableOperations.Select(operation => new MetricSeries(
            Metrics.OfTableOperation(metric, table.TableName, operation), "Sum", $"{table.GetResourceName()} {operation}")))];
}
