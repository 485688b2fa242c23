using System.Collections.Immutable;

namespace WorkoutLog.Local.Runner.Faults;

/// <summary>How many calls met which fault; every kind is counted, also those that never came.</summary>
public sealed class FaultCounters
{
    private readonly long[] _injected = new long[FaultKinds.All.Length];
    private long _calls;

    /// <summary>All calls that passed while faults were injected.</summary>
    public long Calls => Interlocked.Read(ref _calls);

    public long Of(FaultKind kind) => Interlocked.Read(ref _injected[(int)kind]);

    /// <summary>Name of the kind to its count, in the order of the kinds.</summary>
    public ImmutableArray<(string Kind, long Count)> ByKind => [.. FaultKinds.All.Select(kind => (FaultKinds.NameOf(kind), Of(kind)))];

    internal void CountCall() => Interlocked.Increment(ref _calls);

    internal void Count(FaultKind kind) => Interlocked.Increment(ref _injected[(int)kind]);
}
