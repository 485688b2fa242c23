using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace WorkoutLog.Infra.Settings;

/// <summary>Every key with its default and its bounds: the one place where they stand in code.</summary>
public static partial class SettingKeys
{
    public static readonly Setting<CapacityMode> Capacity = Setting.Choice("capacity", CapacityMode.OnDemand);

    public static readonly Setting<int> CapacityMin = Setting.WholeNumber("capacityMin", 10, 1, 40_000, "capacity units");

    public static readonly Setting<int> CapacityMax = Setting.WholeNumber("capacityMax", 50, 1, 40_000, "capacity units");

    public static readonly Setting<int> CapacityTargetPercent = Setting.WholeNumber("capacityTargetPercent", 70, 20, 90, "percent");

    public static readonly Setting<int> FunctionLogRetentionDays = Setting.OneOf(
        "functionLogRetentionDays",
        14,
        [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653],
        "days");

    public static readonly Setting<int> FunctionMemoryMiB = Setting.WholeNumber("functionMemoryMiB", 256, 128, 10_240, "MiB");

    public static readonly Setting<int> FunctionTimeoutSeconds = Setting.WholeNumber("functionTimeoutSeconds", 10, 1, 28, "seconds; API Gateway gives up after 29");

    public static readonly Setting<int> MaxDurationMinutes = Setting.WholeNumber("maxDurationMinutes", 1_440, 1, 10_080, "minutes");

    public static readonly Setting<string[]> WorkoutTypes = Setting.Words(
        "workoutTypes",
        ["RUN", "CYCLE", "SWIM", "WALK", "ROW", "STRENGTH", "YOGA", "HIIT"],
        word => WorkoutType().IsMatch(word),
        "a JSON list of different words of 1 to 32 characters A-Z, 0-9 and _, beginning with a letter");

    public static readonly ImmutableArray<Setting> All =
    [
        Capacity, CapacityMin, CapacityMax, CapacityTargetPercent,
        FunctionLogRetentionDays, FunctionMemoryMiB, FunctionTimeoutSeconds,
        MaxDurationMinutes, WorkoutTypes,
    ];

    [GeneratedRegex("^[A-Z][A-Z0-9_]{0,31}\\z")]
    private static partial Regex WorkoutType();
}
