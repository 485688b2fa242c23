using WorkoutLog.Contracts;

namespace WorkoutLog.Infra.Api.Examples;

/// <summary>The workouts of the examples, as they were logged.</summary>
internal static class Workouts
{
    public static WorkoutResponse Run { get; } = new()
    {
        WorkoutId = ExampleValues.RunId,
        UserId = ExampleValues.Athlete,
        WorkoutType = "RUN",
        DurationMinutes = 45,
        CaloriesBurned = 520,
        DistanceKm = 8.4m,
        Notes = "Easy pace along the river",
        WorkoutTimestamp = "2026-05-09T07:30:00.000000+02:00",
    };

    public static WorkoutResponse LongerRun { get; } = new()
    {
        WorkoutId = Run.WorkoutId,
        UserId = Run.UserId,
        WorkoutType = Run.WorkoutType,
        DurationMinutes = 47.5m,
        CaloriesBurned = 545,
        DistanceKm = 8.9m,
        Notes = "Easy pace along the river, then home through the park",
        WorkoutTimestamp = Run.WorkoutTimestamp,
    };

    public static WorkoutResponse Ride { get; } = new()
    {
        WorkoutId = ExampleValues.RideId,
        UserId = ExampleValues.Athlete,
        WorkoutType = "CYCLE",
        DurationMinutes = 90,
        CaloriesBurned = 810,
        DistanceKm = 32.5m,
        WorkoutTimestamp = "2026-05-10T10:00:00.000000+02:00",
    };

    public static WorkoutResponse Swim { get; } = new()
    {
        WorkoutId = ExampleValues.SwimId,
        UserId = ExampleValues.Athlete,
        WorkoutType = "SWIM",
        DurationMinutes = 30,
        DistanceKm = 1.2m,
        WorkoutTimestamp = "2026-05-11T06:45:00.000000+02:00",
    };

    /// <summary>Of a client that said no more than it must.</summary>
    public static WorkoutResponse Walk { get; } = new()
    {
        WorkoutId = ExampleValues.WalkId,
        UserId = ExampleValues.OtherAthlete,
        WorkoutType = "WALK",
        DurationMinutes = 20,
        WorkoutTimestamp = ExampleValues.Now,
    };

    public static WorkoutRequest ToLog(this WorkoutResponse workout, string? timestamp = null) => new()
    {
        UserId = workout.UserId,
        WorkoutType = workout.WorkoutType,
        DurationMinutes = workout.DurationMinutes,
        CaloriesBurned = workout.CaloriesBurned,
        DistanceKm = workout.DistanceKm,
        Notes = workout.Notes,
        WorkoutTimestamp = timestamp,
    };

    public static BatchWorkout InBatch(this WorkoutResponse workout, string timestamp, string? key = null) => new()
    {
        UserId = workout.UserId,
        WorkoutType = workout.WorkoutType,
        DurationMinutes = workout.DurationMinutes,
        CaloriesBurned = workout.CaloriesBurned,
        DistanceKm = workout.DistanceKm,
        Notes = workout.Notes,
        WorkoutTimestamp = timestamp,
        IdempotencyKey = key,
    };

    public static WorkoutReplacement ToReplace(this WorkoutResponse workout, string? timestamp = null) => new()
    {
        WorkoutType = workout.WorkoutType,
        DurationMinutes = workout.DurationMinutes,
        CaloriesBurned = workout.CaloriesBurned,
        DistanceKm = workout.DistanceKm,
        Notes = workout.Notes,
        WorkoutTimestamp = timestamp,
    };
}
