namespace WorkoutLog.Bench.Growth;

/// <param name="MaxLogs">Length of the longest history; the shorter ones are the powers of ten below it.</param>
/// <param name="Repetitions">Calls per kind and history.</param>
/// <param name="Seconds">Duration of writes per concurrency level.</param>
internal sealed record GrowthOptions(int MaxLogs, int Repetitions, int Seconds)
{
    /// <summary>Powers of 10 up to the longest.</summary>
    public IReadOnlyList<int> Sizes { get; } = [.. Powers(10, 10, MaxLogs)];

    /// <summary>Powers of 2 from 1.</summary>
    public static IReadOnlyList<int> Concurrencies { get; } = [.. Powers(1, 2, 64)];

    /// <summary>The command that reproduces the tables.</summary>
    public string CommandLine => $"./workout bench growth --max-logs {MaxLogs} --repetitions {Repetitions} --seconds {Seconds}";

    private static IEnumerable<int> Powers(int first, int factor, int most)
    {
        for (long value = first; value <= most; value *= factor)
        {
            yield return (int)value;
        }
    }
}
