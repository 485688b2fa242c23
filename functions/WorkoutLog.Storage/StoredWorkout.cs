using WorkoutLog.Domain;
using WorkoutLog.Storage.Keys;

namespace WorkoutLog.Storage;

/// <summary>A workout with what storing it added.</summary>
/// <param name="Version">1 for a new one; each edit adds 1.</param>
public sealed record StoredWorkout(WorkoutId Id, int Version, Workout Workout);
