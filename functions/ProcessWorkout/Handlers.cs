namespace WorkoutLog.ProcessWorkout;

/// <summary>What the routes lead to.</summary>
public sealed record Handlers(
    LogWorkoutHandler LogWorkout, LogBatchHandler LogBatch, ReplaceWorkoutHandler ReplaceWorkout, DeleteWorkoutHandler DeleteWorkout);
