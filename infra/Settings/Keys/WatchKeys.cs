using System.Collections.Immutable;
using WorkoutLog.Contracts;
using WorkoutLog.Infra.Settings.Declaration;
using WorkoutLog.Infra.Settings.Formats;

namespace WorkoutLog.Infra.Settings.Keys;

/// <summary>What is logged, for how long, and how the running stack is watched.</summary>
public static class WatchKeys
{
    // The periods that CloudWatch Logs offers. It also has 0, which keeps events for ever and is left out for that.
    private static readonly int[] _retentionDays =
        [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

    public static readonly Setting<int> FunctionLogRetentionDays = Setting.OneOf(
        "functionLogRetentionDays", 14, _retentionDays, "days", "How long the functions' log groups keep their events, in days");

    public static readonly Setting<int> ApiLogRetentionDays = Setting.OneOf(
        "apiLogRetentionDays", 30, _retentionDays, "days", "How long the API's log groups keep their events, in days");

    public static readonly Setting<LogLevel> LogLevel = Setting.Choice(
        "logLevel", Contracts.LogLevel.Info, "The least severe event that the functions log");

    public static readonly Setting<bool> ApiLogEveryExecution = Setting.Switch(
        "apiLogEveryExecution", false, "API Gateway logs each request's execution and not only its errors, bodies never");

    public static readonly Setting<bool> ApiManageAccountLogging = Setting.Switch(
        "apiManageAccountLogging", false,
        "The stack sets the role with which API Gateway logs, one for all APIs of the account and region; "
        + "for the first stack of an account that has none");

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
        Addresses.JudgeMail);

    public static readonly Setting<string?> RunbooksUrl = Setting.OptionalText(
        "runbooksUrl",
        Addresses.IsHttpsFolder,
        "the https:// address of a folder, without a slash at its end",
        "https://example.com/workout-log/docs/runbooks",
        "Where people on call read the folder docs/runbooks, to which alarms and dashboard then link; empty for paths of the repository");

    public static readonly Setting<bool> Dashboard = Setting.Switch(
        "dashboard", true, "A CloudWatch dashboard shows the stack");

    public static readonly ImmutableArray<Setting> All =
    [
        FunctionLogRetentionDays, ApiLogRetentionDays, LogLevel, ApiLogEveryExecution, ApiManageAccountLogging,
        Monitoring, Tracing, AlarmEmails, RunbooksUrl, Dashboard,
    ];
}
