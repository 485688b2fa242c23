using System.Collections.Immutable;
using WorkoutLog.Contracts;
using WorkoutLog.Infra.Api;
using WorkoutLog.Infra.Monitoring;
using WorkoutLog.Infra.Monitoring.Dashboards;

namespace WorkoutLog.Infra.Components.Dashboards;

/// <summary>The same metric of each resource of a kind, a line each.</summary>
internal static class Lines
{
    /// <summary>Of each route; of the API as a whole where API Gateway has no metrics of routes, because nobody asked for them.</summary>
    public static ImmutableArray<Line> OfTraffic(StackDashboardArgs args, string metric, string statistic) =>
        args.Monitoring == MonitoringLevel.Detailed
            ? [.. args.Routes.Select(route => OfRoute(args, route, metric, statistic))]
            : [Plain(Metrics.OfApi(metric, args.Api.ApiName), statistic, metric)];

    public static IEnumerable<Line> OfFunctions(StackDashboardArgs args, string metric, string statistic) => args.Functions.Select(function =>
        Plain(Metrics.OfFunction(metric, function.FunctionName), statistic, $"{function.GetResourceName()} {metric}"));

    public static IEnumerable<Line> OfTables(StackDashboardArgs args, string metric, string statistic = "Sum") => args.Tables.Select(table =>
        Plain(Metrics.OfTable(metric, table.TableName), statistic, $"{table.GetResourceName()} {metric}"));

    public static IEnumerable<Line> OfOperations(StackDashboardArgs args, string metric) => args.Tables.SelectMany(table =>
        Metrics.TableOperations.Select(operation =>
            Plain(Metrics.OfTableOperation(metric, table.TableName, operation), "Sum", $"{table.GetResourceName()} {operation}")));

    public static IEnumerable<Line> OfApplication(StackDashboardArgs args, params IEnumerable<string> metrics) => metrics.Select(metric =>
        Plain(Metrics.OfApplication(metric, args.Environment), "Sum", metric));

    /// <summary>By workout type; in total where the functions do not tell types apart.</summary>
    public static ImmutableArray<Line> OfWorkouts(StackDashboardArgs args, string metric) =>
        args.Monitoring == MonitoringLevel.Detailed
            ? [.. args.WorkoutTypes.Select(type => Plain(Metrics.OfWorkoutType(metric, args.Environment, type), "Sum", type))]
            : [.. OfApplication(args, metric)];

    public static Line Plain(Metric metric, string statistic, string label) => new Line.Plain(new MetricSeries(metric, statistic, label));

    private static Line OfRoute(StackDashboardArgs args, Route route, string metric, string statistic) =>
        Plain(Metrics.OfRoute(metric, args.Api.ApiName, route), statistic, route.Name);
}
