using System.Collections.Immutable;
using WorkoutLog.Contracts;
using WorkoutLog.Infra.Settings.Declaration;
using WorkoutLog.Infra.Settings.Formats;

namespace WorkoutLog.Infra.Settings.Keys;

/// <summary>Logs, metrics, traces, alarms and the dashboard.</summary>
public static class ObservabilityKeys
{
    // The periods that CloudWatch Logs offers, without 0, which keeps events for ever.
    private static readonly int[] _retentionDays =
        [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

    public static readonly Setting<int> FunctionLogRetentionDays = Setting.OneOf(
        "functionLogRetentionDays", 14, _retentionDays, "days", "Retention of the functions' log groups, in days");

    public static readonly Setting<int> ApiLogRetentionDays = Setting.OneOf(
        "apiLogRetentionDays", 30, _retentionDays, "days", "Retention of the API's log groups, in days");

    public static readonly Setting<LogLevel> LogLevel = Setting.Choice(
        "logLevel", Contracts.LogLevel.Info, "Lowest log level that the functions write");

    public static readonly Setting<bool> ApiLogEveryExecution = Setting.Switch(
        "apiLogEveryExecution", false, "Execution logs of every request, not only of errors. Bodies are never logged");

    public static readonly Setting<bool> ApiManageAccountLogging = Setting.Switch(
        "apiManageAccountLogging", false,
        "Sets the role with which API Gateway logs, one per account and region. For the first stack of an account that has none");

    public static readonly Setting<MonitoringLevel> Monitoring = Setting.Choice(
        "monitoring",
        MonitoringLevel.Basic,
        "Level of monitoring. detailed adds objectives, metrics per route and workout type, and alarms on causes, which CloudWatch bills");

    public static readonly Setting<bool> Tracing = Setting.Switch(
        "tracing", true, "X-Ray tracing of the stage and the functions");

    public static readonly Setting<ImmutableArray<string>> AlarmEmails = Setting.List(
        "alarmEmails",
        [],
        0,
        20,
        "e-mail addresses",
        "oncall@example.com",
        "Recipients of alarm e-mails, at least one when production is true",
        Addresses.JudgeMail);

    public static readonly Setting<string?> RunbooksUrl = Setting.OptionalText(
        "runbooksUrl",
        Addresses.IsHttpsFolder,
        "the https:// URL of a folder, without a trailing slash",
        "https://example.com/workout-log/docs/runbooks",
        "URL of the folder docs/runbooks for links in alarms and the dashboard, empty for repository paths");

    public static readonly Setting<bool> Dashboard = Setting.Switch(
        "dashboard", true, "CloudWatch dashboard of the stack");

    public static readonly ImmutableArray<Setting> All =
    [
        FunctionLogRetentionDays, ApiLogRetentionDays, LogLevel, ApiLogEveryExecution, ApiManageAccountLogging,
        Monitoring, Tracing, AlarmEmails, RunbooksUrl, Dashboard,
    ];
}
