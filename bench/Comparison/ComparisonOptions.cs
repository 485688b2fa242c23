namespace WorkoutLog.Bench.Comparison;

/// <param name="Rounds">Starts of each function that count.</param>
/// <param name="Warm">Requests after the first, for each start.</param>
/// <param name="MemoryMiB">Of each function; Lambda gives CPU in proportion.</param>
internal sealed record ComparisonOptions(int Rounds, int Warm, int MemoryMiB)
{
    /// <summary>Rounds before those that count: DynamoDB Local and the bench itself are slow at first.</summary>
    public const int RoundsBefore = 2;
}
