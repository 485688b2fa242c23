namespace WorkoutLog.Contracts;

/// <summary>One page of a user's workouts, newest first.</summary>
public sealed class WorkoutPage
{
    /// <summary>Newest first.</summary>
    public required IReadOnlyList<WorkoutResponse> Items { get; init; }

    /// <summary>Whether there is at least one more workout behind this page.</summary>
    public required bool HasMore { get; init; }

    /// <summary>What to send as <c>cursor</c>, with everything else as it was, for the next page; absent on the last one.</summary>
    public string? NextCursor { get; init; }
}
