using WorkoutLog.Contracts;
using WorkoutLog.Storage;

namespace WorkoutLog.ProcessWorkout.Logging;

/// <summary>What became of one workout that was to be logged.</summary>
public abstract record LogOutcome
{
    private LogOutcome()
    {
    }

    /// <param name="Replayed">An earlier try of the same request had logged it.</param>
    public sealed record Logged(StoredWorkout Stored, bool Replayed) : LogOutcome;

    public sealed record Refused(Problem Problem) : LogOutcome;
}
