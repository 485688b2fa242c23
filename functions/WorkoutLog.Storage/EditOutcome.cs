namespace WorkoutLog.Storage;

/// <summary>What became of an edit or a deletion.</summary>
public abstract record EditOutcome
{
    private EditOutcome()
    {
    }

    /// <param name="Stored">As it is now; of a deleted one, as it was last.</param>
    public sealed record Done(StoredWorkout Stored) : EditOutcome;

    public sealed record NotFound : EditOutcome;

    /// <summary>The workout has a version that may not be overwritten; nothing was written.</summary>
    /// <param name="Version">The version that it has.</param>
    public sealed record Stale(int Version) : EditOutcome;
}
