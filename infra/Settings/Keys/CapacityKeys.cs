using System.Collections.Immutable;
using WorkoutLog.Infra.Settings.Declaration;

namespace WorkoutLog.Infra.Settings.Keys;

/// <summary>How much the tables and their indexes can read and write.</summary>
public static class CapacityKeys
{
    public static readonly Setting<CapacityMode> Mode = Setting.Choice(
        "capacity", CapacityMode.OnDemand, "How the tables and their indexes get capacity: by request, fixed at capacityMax and indexCapacityMax, or between their bounds");

    public static readonly CapacityRangeKeys Table = new("capacity", "table");

    public static readonly CapacityRangeKeys Index = new("indexCapacity", "index");

    public static readonly ImmutableArray<Setting> All = [Mode, .. Table.All, .. Index.All];
}

/// <summary>The bounds of what is autoscaled.</summary>
/// <param name="prefix">How the keys begin.</param>
/// <param name="subject">What is scaled, in the singular.</param>
public sealed class CapacityRangeKeys(string prefix, string subject)
{
    // The quota of an account for one table; AWS raises it on request, and this bound with it.
    private const int MaxUnits = 40_000;

    public Setting<int> Min { get; } = Setting.WholeNumber(
        $"{prefix}Min", 10, 1, MaxUnits, "capacity units", $"Lowest read and write capacity of an autoscaled {subject}, in capacity units");

    public Setting<int> Max { get; } = Setting.WholeNumber(
        $"{prefix}Max",
        50,
        1,
        MaxUnits,
        "capacity units",
        $"Highest read and write capacity of an autoscaled {subject}, and the capacity of a provisioned one, in capacity units");

    public Setting<int> TargetPercent { get; } = Setting.WholeNumber(
        $"{prefix}TargetPercent",
        70,
        20,
        90,
        "percent",
        $"Share of an autoscaled {subject}'s capacity that should be in use, in percent");

    public ImmutableArray<Setting> All => [Min, Max, TargetPercent];
}
