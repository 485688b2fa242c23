using System.Collections.Immutable;
using WorkoutLog.Contracts;
using WorkoutLog.Infra.Api;
using WorkoutLog.Infra.Monitoring;
using WorkoutLog.Infra.Monitoring.Dashboards;

namespace WorkoutLog.Infra.Components.Dashboards;

/// <summary>One metric across the resources of a kind, one line per resource.</summary>
internal static class Lines
{
    /// <summary>Per route with detailed monitoring, else for the whole API.</summary>
    public static ImmutableArray<Line> OfTraffic(StackDashboardArgs args, string metric, string statistic) =>
        args.Monitoring == MonitoringLevel.Detailed
            ? [.. args.Api.Routes.Select(route => OfRoute(args, route, metric, statistic))]
            : [Line.Of(Metrics.OfApi(metric, args.Api.ApiName), statistic, metric)];

    public static IEnumerable<Line> OfFunctions(StackDashboardArgs args, string metric, string statistic) => args.Functions.Select(function =>
        Line.Of(Metrics.OfFunction(metric, function.FunctionName), statistic, $"{function.GetResourceName()} {metric}"));

    public static IEnumerable<Line> OfTables(StackDashboardArgs args, string metric) => args.Tables.Select(table =>
        Line.Of(Metrics.OfTable(metric, table.TableName), "Sum", $"{table.GetResourceName()} {metric}"));

    public static IEnumerable<Line> OfTablesAndIndexes(StackDashboardArgs args, string metric) =>
        from table in args.Tables
        from part in table.Parts
        select Line.Of(
            Metrics.OfTable(metric, table.TableName, part), "Sum", $"{table.GetResourceName()} {(part is null ? "" : $"{part} ")}{metric}");

    public static IEnumerable<Line> OfOperations(StackDashboardArgs args, string metric) => args.Tables.SelectMany(table =>
        table.Operations.Select(operation =>
            Line.Of(Metrics.OfTableOperation(metric, table.TableName, operation), "Sum", $"{table.GetResourceName()} {operation}")));

    private static Line OfRoute(StackDashboardArgs args, Route route, string metric, string statistic) =>
        Line.Of(Metrics.OfRoute(metric, args.Api.ApiName, route), statistic, route.Name);
}
