using WorkoutLog.Contracts;

namespace WorkoutLog.Bench.Growth;

/// <summary>The workouts that measured clients log, with the current time.</summary>
internal static class NewWorkout
{
    public const string Path = "/workouts";
    public const string BatchPath = "/workouts/batch";

    public static string JsonOf(string userId, string type) =>
        $$"""{"userId":"{{userId}}","workoutType":"{{type}}","durationMinutes":42.5,"caloriesBurned":480,"distanceKm":8.4}""";

    /// <summary>The largest batch.</summary>
    public static string BatchOf(string userId, string type) =>
        $$"""{"workouts":[{{string.Join(',', Enumerable.Repeat(JsonOf(userId, type), ApiLimits.MaxBatchSize))}}]}""";
}
