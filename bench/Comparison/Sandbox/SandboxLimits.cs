using WorkoutLog.Local.Graph.Load;

namespace WorkoutLog.Bench.Comparison.Sandbox;

/// <param name="Core">The processor that the function has to itself.</param>
/// <param name="MemoryMiB">Of the function, with which Lambda gives CPU in proportion.</param>
internal sealed record SandboxLimits(int Core, int MemoryMiB)
{
    /// <summary>Share of one core.</summary>
    public double Cores => InvocationTime.ShareOfACore(MemoryMiB);
}
