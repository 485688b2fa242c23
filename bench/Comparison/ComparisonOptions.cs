namespace WorkoutLog.Bench.Comparison;

/// <param name="Rounds">Measured starts of each function.</param>
/// <param name="Warm">Warm requests per start.</param>
/// <param name="MemoryMiB">Memory of each function; Lambda allocates CPU in proportion.</param>
internal sealed record ComparisonOptions(int Rounds, int Warm, int MemoryMiB)
{
    /// <summary>Warm-up rounds: DynamoDB Local and the bench itself are slow at first.</summary>
    public const int RoundsBefore = 2;
}
