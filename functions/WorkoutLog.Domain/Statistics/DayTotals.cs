namespace WorkoutLog.Domain.Statistics;

/// <summary>Sums over the workouts of some days; the roll-up keeps no more than this by day.</summary>
public readonly record struct DayTotals(int Workouts, decimal DurationMinutes)
{
    public static DayTotals operator +(DayTotals left, DayTotals right) => left.Add(right);

    public DayTotals Add(DayTotals other) => new(Workouts + other.Workouts, DurationMinutes + other.DurationMinutes);
}
