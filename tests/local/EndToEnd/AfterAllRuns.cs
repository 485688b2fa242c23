using System.Collections.Concurrent;
using WorkoutLog.Local.Runner.Aws;

namespace WorkoutLog.Local.Tests.EndToEnd;

/// <summary>Classes that look at what the other tests did: collections that don't run in parallel run when all that do are through.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AfterAllRuns
{
    public const string Name = "After all runs";

    /// <summary>What the functions called in each run that has ended.</summary>
    internal static ConcurrentQueue<CallRecord> Calls { get; } = new();
}
