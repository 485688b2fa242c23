namespace WorkoutLog.Local.Restore;

/// <summary>The steps that bring the data of a stack back to what it was at a moment.</summary>
/// <param name="At">A whole second, UTC.</param>
/// <param name="Tables">Logical names of the tables that are restored.</param>
internal sealed record RestorePlan(
    string Stack, string Region, RestoreSource Source, DateTimeOffset At, IReadOnlyList<string> Tables, IReadOnlyList<RestoreStep> Steps);
