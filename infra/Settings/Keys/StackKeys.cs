using System.Collections.Immutable;
using WorkoutLog.Infra.Settings.Declaration;

using WorkoutLog.Infra.Settings.Formats;

namespace WorkoutLog.Infra.Settings.Keys;

/// <summary>What the stack is, where it is and who owns it.</summary>
public static class StackKeys
{
    public static readonly Setting<bool> Production = Setting.Switch(
        "production", false, "The stack serves users, so somebody must get its alarms");

    public static readonly Setting<string> CostCentre = Setting.Text(
        "costCentre", "workout-log", Tag.IsValue, Tag.ValueForm, "Who pays, the tag costCentre on every resource");

    public static readonly Setting<ImmutableArray<string>> Tags = Setting.List(
        "tags",
        [],
        0,
        40,
        "tags key=value with keys that neither AWS nor the stack sets itself",
        "team=running",
        "Further tags on every resource",
        Tag.Judge,
        Tag.Key);

    public static readonly ImmutableArray<Setting> All = [Production, CostCentre, Tags];
}
