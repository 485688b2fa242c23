using System.Collections.Immutable;
using WorkoutLog.Contracts;
using WorkoutLog.Infra.Settings.Declaration;
using WorkoutLog.Infra.Settings.Formats;

namespace WorkoutLog.Infra.Settings.Keys;

/// <summary>How the running stack is looked at.</summary>
public static class WatchKeys
{
    public static readonly Setting<MonitoringLevel> Monitoring = Setting.Choice(
        "monitoring",
        MonitoringLevel.Basic,
        "How closely the stack is watched: as a whole, or with metrics of each route and workout type and alarms on causes, which CloudWatch bills");

    public static readonly Setting<bool> Tracing = Setting.Switch(
        "tracing", true, "X-Ray traces requests through the stage and the functions");

    public static readonly Setting<ImmutableArray<string>> AlarmEmails = Setting.List(
        "alarmEmails",
        [],
        0,
        20,
        "mail addresses",
        "oncall@example.com",
        "Who gets alarms by mail, at least one when production is true",
        MailAddress.Judge);

    public static readonly Setting<string?> RunbooksUrl = Setting.OptionalText(
        "runbooksUrl",
        HttpsUrl.IsFolder,
        "the https:// address of a folder, without a slash at its end",
        "https://example.com/workout-log/docs/runbooks",
        "Where people on call read the folder docs/runbooks, to which alarms and dashboard then link; empty for paths of the repository");

    public static readonly Setting<bool> Dashboard = Setting.Switch(
        "dashboard", true, "A CloudWatch dashboard shows the stack");

    public static readonly ImmutableArray<Setting> All = [Monitoring, Tracing, AlarmEmails, RunbooksUrl, Dashboard];
}
