namespace WorkoutLog.Domain.Statistics;

/// <summary>Sums over a group of workouts; negative in a difference.</summary>
/// <param name="CaloriesBurned">Kilocalories.</param>
public readonly record struct Totals(int Workouts, decimal DurationMinutes, decimal CaloriesBurned, decimal DistanceKm)
{
    public static Totals operator +(Totals left, Totals right) => left.Add(right);

    public static Totals operator -(Totals value) => value.Negate();

    public static Totals Of(Workout workout) => new(1, workout.DurationMinutes, workout.CaloriesBurned ?? 0, workout.DistanceKm ?? 0);

    public Totals Add(Totals other) => new(
        Workouts + other.Workouts,
        DurationMinutes + other.DurationMinutes,
        CaloriesBurned + other.CaloriesBurned,
        DistanceKm + other.DistanceKm);

    public Totals Negate() => new(-Workouts, -DurationMinutes, -CaloriesBurned, -DistanceKm);
}
