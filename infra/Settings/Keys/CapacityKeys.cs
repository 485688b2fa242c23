using System.Collections.Immutable;
using WorkoutLog.Infra.Settings.Declaration;

namespace WorkoutLog.Infra.Settings.Keys;

/// <summary>Capacity mode of the tables and their indexes.</summary>
public static class CapacityKeys
{
    public static readonly Setting<CapacityMode> Mode = Setting.Choice(
        "capacity", CapacityMode.OnDemand, "Capacity mode of the tables and their indexes. provisioned uses capacityMax and indexCapacityMax, autoscaled scales between the bounds");

    public static readonly CapacityRangeKeys Table = new("capacity", "table");

    public static readonly CapacityRangeKeys Index = new("indexCapacity", "index");

    public static readonly ImmutableArray<Setting> All = [Mode, .. Table.All, .. Index.All];
}

/// <summary>The bounds of an autoscaled table or index.</summary>
/// <param name="prefix">Prefix of the keys.</param>
/// <param name="subject">The scaled resource, in the singular.</param>
public sealed class CapacityRangeKeys(string prefix, string subject)
{
    // An account's default quota per table. AWS raises it on request; raise this bound too.
    private const int MaxUnits = 40_000;

    public Setting<int> Min { get; } = Setting.WholeNumber(
        $"{prefix}Min", 10, 1, MaxUnits, "capacity units", $"Minimum read and write capacity of an autoscaled {subject}, in capacity units");

    public Setting<int> Max { get; } = Setting.WholeNumber(
        $"{prefix}Max",
        50,
        1,
        MaxUnits,
        "capacity units",
        $"Maximum read and write capacity of an autoscaled {subject}, and the capacity of a provisioned one, in capacity units");

    public Setting<int> TargetPercent { get; } = Setting.WholeNumber(
        $"{prefix}TargetPercent",
        70,
        20,
        90,
        "percent",
        $"Target utilisation of an autoscaled {subject}'s capacity, in percent");

    public ImmutableArray<Setting> All => [Min, Max, TargetPercent];
}
