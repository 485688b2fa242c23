namespace WorkoutLog.Storage.Resilience;

/// <summary>The moment by which an answer must be given.</summary>
/// <param name="time">The clock that runs it down.</param>
/// <param name="budget">What is left at the start.</param>
public sealed class Deadline(TimeProvider time, TimeSpan budget)
{
    private readonly long _start = time.GetTimestamp();

    /// <summary>Never below zero.</summary>
    public TimeSpan Remaining
    {
        get
        {
            TimeSpan remaining = budget - time.GetElapsedTime(_start);
            return remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero;
        }
    }
}
