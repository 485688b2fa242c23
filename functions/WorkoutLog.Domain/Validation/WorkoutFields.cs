namespace WorkoutLog.Domain.Validation;

/// <summary>JSON names of the fields, as errors name them.</summary>
public static class WorkoutFields
{
    public const string WorkoutId = "workoutId";
    public const string UserId = "userId";
    public const string WorkoutType = "workoutType";
    public const string DurationMinutes = "durationMinutes";
    public const string CaloriesBurned = "caloriesBurned";
    public const string DistanceKm = "distanceKm";
    public const string Notes = "notes";
    public const string WorkoutTimestamp = "workoutTimestamp";

    /// <summary>Of a workout in a batch.</summary>
    public const string IdempotencyKey = "idempotencyKey";

    /// <summary>Of a batch.</summary>
    public const string Workouts = "workouts";
}
