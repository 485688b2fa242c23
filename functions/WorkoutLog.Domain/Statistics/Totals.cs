namespace WorkoutLog.Domain.Statistics;

/// <summary>Sums over a group of workouts.</summary>
/// <param name="CaloriesBurned">Kilocalories.</param>
public readonly record struct Totals(int Workouts, decimal DurationMinutes, decimal CaloriesBurned, decimal DistanceKm)
{
    public static Totals operator +(Totals left, Totals right) => left.Add(right);

    public Totals Add(Totals other) => new(
        Workouts + other.Workouts,
        DurationMinutes + other.DurationMinutes,
        CaloriesBurned + other.CaloriesBurned,
        DistanceKm + other.DistanceKm);
}
