namespace WorkoutLog.Local.Fuzz;

/// <summary>What a caller has seen of the API before it turns hostile.</summary>
/// <param name="UserId">A user with workouts.</param>
/// <param name="WorkoutId">One of them.</param>
/// <param name="Cursor">The one behind the first page of the user's whole list.</param>
public sealed record HostileContext(string UserId, string WorkoutId, string Cursor);
