using WorkoutLog.Domain;
using WorkoutLog.Storage.Keys;

namespace WorkoutLog.Storage;

/// <summary>Which workouts of a user to read.</summary>
/// <param name="Type">Null for all types.</param>
/// <param name="Limit">At least 1.</param>
/// <param name="After">The last workout of the page before; null for the newest.</param>
public sealed record WorkoutQuery(string UserId, string? Type, TimeRange Range, int Limit, WorkoutId? After);
