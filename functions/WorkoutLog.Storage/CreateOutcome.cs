namespace WorkoutLog.Storage;

/// <summary>What became of a new workout.</summary>
public abstract record CreateOutcome
{
    private CreateOutcome()
    {
    }

    public sealed record Created(StoredWorkout Stored) : CreateOutcome;

    /// <summary>An earlier try of the same request had stored it, as it was then.</summary>
    public sealed record Replayed(StoredWorkout Stored) : CreateOutcome;

    /// <summary>The key belongs to another request; nothing was written.</summary>
    public sealed record KeyReused : CreateOutcome;
}
