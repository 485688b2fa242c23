namespace WorkoutLog.Bench.Growth;

/// <summary>The workout that measured clients log, with the current time.</summary>
internal static class NewWorkout
{
    public const string Path = "/workouts";

    public static string JsonOf(string userId, string type) =>
        $$"""{"userId":"{{userId}}","workoutType":"{{type}}","durationMinutes":42.5,"caloriesBurned":480,"distanceKm":8.4}""";
}
