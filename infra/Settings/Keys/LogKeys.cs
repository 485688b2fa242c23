using System.Collections.Immutable;
using WorkoutLog.Contracts;
using WorkoutLog.Infra.Settings.Declaration;

namespace WorkoutLog.Infra.Settings.Keys;

/// <summary>What is logged, and for how long.</summary>
public static class LogKeys
{
    // The periods that CloudWatch Logs offers. It also has 0, which keeps events for ever and is left out for that.
    private static readonly int[] _retentionDays =
        [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

    public static readonly Setting<int> FunctionLogRetentionDays = Setting.OneOf(
        "functionLogRetentionDays", 14, _retentionDays, "days", "How long the functions' log groups keep their events, in days");

    public static readonly Setting<int> ApiLogRetentionDays = Setting.OneOf(
        "apiLogRetentionDays", 30, _retentionDays, "days", "How long the API's log groups keep their events, in days");

    public static readonly Setting<LogLevel> Level = Setting.Choice(
        "logLevel", LogLevel.Info, "The least severe event that the functions log");

    public static readonly Setting<bool> ApiLogEveryExecution = Setting.Switch(
        "apiLogEveryExecution", false, "API Gateway logs each request's execution and not only its errors, bodies never");

    public static readonly Setting<bool> ApiManageAccountLogging = Setting.Switch(
        "apiManageAccountLogging", true,
        "The stack sets the role with which API Gateway logs. "
        + "An account has one such role a region, so only one of its stacks there should set it");

    public static readonly ImmutableArray<Setting> All =
        [FunctionLogRetentionDays, ApiLogRetentionDays, Level, ApiLogEveryExecution, ApiManageAccountLogging];
}
