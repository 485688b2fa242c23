using System.Collections.Immutable;
using WorkoutLog.Infra.Settings.Declaration;

using WorkoutLog.Infra.Settings.Formats;

namespace WorkoutLog.Infra.Settings.Keys;

/// <summary>Purpose, cost centre and tags of the stack.</summary>
public static class StackKeys
{
    public static readonly Setting<bool> Production = Setting.Switch(
        "production", false, "The stack serves users and needs recipients in alarmEmails");

    public static readonly Setting<string> CostCentre = Setting.Text(
        "costCentre", "workout-log", Tag.IsValue, Tag.ValueForm, "Cost centre, the tag costCentre on every resource");

    public static readonly Setting<ImmutableArray<string>> Tags = Setting.List(
        "tags",
        [],
        0,
        40,
        "key=value tags with keys that neither AWS nor the stack sets",
        "team=running",
        "Additional tags on every resource",
        Tag.Judge,
        Tag.Key);

    public static readonly ImmutableArray<Setting> All = [Production, CostCentre, Tags];
}
