namespace WorkoutLog.Bench.Growth;

/// <param name="MaxLogs">The longest history; the shorter ones are its powers of ten below.</param>
/// <param name="Repetitions">Calls of each kind and history.</param>
/// <param name="Seconds">How long the clients of one concurrency write.</param>
internal sealed record GrowthOptions(int MaxLogs, int Repetitions, int Seconds)
{
    /// <summary>10 and its powers up to the longest.</summary>
    public IReadOnlyList<int> Sizes { get; } = [.. Powers(10, 10, MaxLogs)];

    /// <summary>1 and its doublings.</summary>
    public static IReadOnlyList<int> Concurrencies { get; } = [.. Powers(1, 2, 64)];

    /// <summary>What makes the same tables again.</summary>
    public string CommandLine => $"./workout bench growth --max-logs {MaxLogs} --repetitions {Repetitions} --seconds {Seconds}";

    private static IEnumerable<int> Powers(int first, int factor, int most)
    {
        for (long value = first; value <= most; value *= factor)
        {
            yield return (int)value;
        }
    }
}
