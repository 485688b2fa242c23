using Pulumi;
using WorkoutLog.Infra.Monitoring.Dashboards;

namespace WorkoutLog.Infra.Components.Dashboards;

/// <summary>What the dashboard shows, from the routes and the resources of the stack: is it healthy, who is affected, what does it cost.</summary>
internal static class StackDashboardContent
{
    private const int RunbooksHeight = 3;

    public static DashboardBody Of(StackDashboardArgs args) => new DashboardLayout(args.Region)
        .Alarms(new AlarmProperties("Alarms", [.. args.Alarms.Select(alarm => (Input<string>)alarm)]))
        .Text($"## Runbooks\n\n{RunbookLinks(args)}", RunbooksHeight)
        .Section("Is it healthy? The API", HealthGraphs.OfApi(args))
        .Section("Are the objectives kept?", HealthGraphs.OfObjectives(args))
        .Section("The functions", HealthGraphs.OfFunctions(args))
        .Section("The tables", HealthGraphs.OfTables(args))
        .Section("The events", HealthGraphs.OfEvents(args))
        .Section("Who is affected?", [.. args.Activity, new Graph("Refused (4xx)", "requests", Lines.OfTraffic(args, "4XXError", "Sum")), .. args.Application])
        .Section("What does it cost?", CostGraphs.Of(args))
        .Build();

    // The way from an alarm on the screen to what to do about it.
    private static string RunbookLinks(StackDashboardArgs args)
    {
        var kinds = args.AlarmKinds.Where(kind => kind.Level <= args.Monitoring).GroupBy(kind => kind.Severity).OrderBy(kinds => kinds.Key);
        return string.Join("\n\n", kinds.Select(kinds =>
            $"**{kinds.Key}:** {string.Join(" · ", kinds.Select(kind => $"[{kind.Name}]({args.Runbooks.Of(kind)})"))}"));
    }
}
