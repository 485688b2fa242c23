using Pulumi;
using WorkoutLog.Infra.Monitoring.Dashboards;

namespace WorkoutLog.Infra.Components.Dashboards;

/// <summary>The content of the dashboard: health, usage and cost.</summary>
internal static class StackDashboardContent
{
    private const int RunbooksHeight = 3;

    public static DashboardBody Of(StackDashboardArgs args) => new DashboardLayout(args.Region)
        .Alarms(new AlarmProperties("Alarms", [.. args.Alarms.Select(alarm => (Input<string>)alarm)]))
        .Text($"## Runbooks\n\n{RunbookLinks(args)}", RunbooksHeight)
        .Section("API", HealthGraphs.OfApi(args))
        .Section("Service level objectives", HealthGraphs.OfObjectives(args))
        .Section("Functions", HealthGraphs.OfFunctions(args))
        .Section("Tables", HealthGraphs.OfTables(args))
        .Section("Events", HealthGraphs.OfEvents(args))
        .Section("Usage and client errors", [.. args.Activity, new Graph("Client errors (4xx)", "requests", Lines.OfTraffic(args, "4XXError", "Sum")), .. args.Application])
        .Section("Cost", CostGraphs.Of(args))
        .Build();

    private static string RunbookLinks(StackDashboardArgs args)
    {
        var kinds = args.AlarmKinds.Where(kind => kind.Level <= args.Monitoring).GroupBy(kind => kind.Severity).OrderBy(kinds => kinds.Key);
        return string.Join("\n\n", kinds.Select(kinds =>
            $"**{kinds.Key}:** {string.Join(" · ", kinds.Select(kind => $"[{kind.Name}]({args.Runbooks.Of(kind)})"))}"));
    }
}
