namespace WorkoutLog.Storage;

/// <summary>A part of a user's workouts, newest first.</summary>
/// <param name="HasMore">Whether at least one more lies behind.</param>
public sealed record StoredPage(IReadOnlyList<StoredWorkout> Workouts, bool HasMore);
