using WorkoutLog.Local.Graph.Load;

namespace WorkoutLog.Bench.Comparison.Sandbox;

/// <param name="Core">The CPU reserved for the function.</param>
/// <param name="MemoryMiB">Memory of the function; Lambda allocates CPU in proportion.</param>
internal sealed record SandboxLimits(int Core, int MemoryMiB)
{
    /// <summary>Share of one core.</summary>
    public double Cores => InvocationTime.ShareOfACore(MemoryMiB);
}
