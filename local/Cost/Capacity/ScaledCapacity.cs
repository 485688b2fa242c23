using WorkoutLog.Local.Cost.Load;

namespace WorkoutLog.Local.Cost.Capacity;

/// <summary>Between which bounds a capacity follows the load.</summary>
/// <param name="Min">Units a second.</param>
/// <param name="Max">Units a second; as <paramref name="Min"/> for a capacity that stays.</param>
/// <param name="TargetPercent">Share of the capacity that should be in use.</param>
internal sealed record ScaledCapacity(int Min, int Max, double TargetPercent)
{
    /// <summary>What is paid in a month: DynamoDB bills an hour by the highest capacity in it.</summary>
    /// <param name="unitsPerMonth">What the workload consumes.</param>
    public double UnitHoursPerMonth(double unitsPerMonth)
    {
        var mean = unitsPerMonth / Workload.HoursPerMonth / 3600;
        return Workload.DaysPerMonth * DailyCurve.PeakOfEachHour().Sum(peak => Capacity(mean * peak));
    }

    /// <summary>The units a second that it gives, once it has followed the load.</summary>
    public double Capacity(double consumed) => Math.Clamp(Math.Ceiling(Needed(consumed)), Min, Max);

    /// <summary>The capacity of which <paramref name="consumed"/> is the targeted share.</summary>
    public double Needed(double consumed) => consumed * 100 / TargetPercent;
}
