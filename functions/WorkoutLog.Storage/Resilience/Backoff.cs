namespace WorkoutLog.Storage.Resilience;

/// <summary>Waits between tries: exponential with full jitter, so that writers that met once part ways.</summary>
internal static class Backoff
{
    private static readonly TimeSpan _firstDelay = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan _longestDelay = TimeSpan.FromMilliseconds(500);

    /// <param name="attempt">The try that failed; 1 for the first.</param>
    public static TimeSpan After(int attempt)
    {
        double ceiling = Math.Min(_longestDelay.TotalMilliseconds, _firstDelay.TotalMilliseconds * Math.Pow(2, attempt - 1));
        return TimeSpan.FromMilliseconds(Random.Shared.NextDouble() * ceiling);
    }
}
