using System.Collections.Immutable;

using WorkoutLog.Infra.Settings.Declaration;

namespace WorkoutLog.Infra.Settings.Keys;

/// <summary>How much the tables and their indexes can read and write.</summary>
public static class CapacityKeys
{
    public static readonly Setting<CapacityMode> Mode = Setting.Choice(
        "capacity", CapacityMode.OnDemand, "How the tables and their indexes get capacity");

    public static readonly CapacityRangeKeys Table = new("capacity", "table");

    public static readonly CapacityRangeKeys Index = new("indexCapacity", "index");

    public static readonly ImmutableArray<Setting> All = [Mode, .. Table.All, .. Index.All];
}
