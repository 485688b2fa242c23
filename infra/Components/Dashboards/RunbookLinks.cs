using WorkoutLog.Infra.Monitoring.Alarms;

namespace WorkoutLog.Infra.Components.Dashboards;

/// <summary>The way from an alarm on the screen to what to do about it.</summary>
internal static class RunbookLinks
{
    public static string Markdown(StackDashboardArgs args)
    {
        var kinds = AlarmKind.All.Where(kind => kind.Level <= args.Monitoring).GroupBy(kind => kind.Severity).OrderBy(kinds => kinds.Key);
        return string.Join("\n\n", kinds.Select(kinds =>
            $"**{kinds.Key}:** {string.Join(" · ", kinds.Select(kind => $"[{kind.Name}]({args.Runbooks.Of(kind)})"))}"));
    }
}
