namespace WorkoutLog.QueryWorkouts;

/// <summary>What the routes lead to.</summary>
public sealed record Handlers(
    ListWorkoutsHandler ListWorkouts,
    GetWorkoutHandler GetWorkout,
    ExportWorkoutsHandler ExportWorkouts,
    GetStatsHandler GetStats);
