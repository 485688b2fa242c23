namespace WorkoutLog.Bench.Comparison.Sandbox;

/// <param name="Core">The processor that the function has to itself.</param>
/// <param name="MemoryMiB">Of the function, with which Lambda gives CPU in proportion.</param>
internal sealed record SandboxLimits(int Core, int MemoryMiB)
{
    // At this much memory Lambda gives a whole core (AWS Lambda developer guide, "Configure Lambda function memory").
    private const double MemoryOfOneCoreMiB = 1769;

    /// <summary>Share of one core.</summary>
    public double Cores => MemoryMiB / MemoryOfOneCoreMiB;
}
