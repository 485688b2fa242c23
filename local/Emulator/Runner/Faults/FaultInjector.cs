using Microsoft.AspNetCore.Connections.Features;

namespace WorkoutLog.Local.Runner;

/// <summary>Makes calls of functions and pipes to AWS fail while a specification is active.</summary>
public sealed class FaultInjector(TimeProvider clock)
{
    private ActiveFaults? _active;

    public bool IsActive => Volatile.Read(ref _active) is not null;

    /// <summary>Counters of the active specification, or else of the last one.</summary>
    public FaultCounters Counters { get; private set; } = new();

    /// <summary>Activates a specification and resets all counters.</summary>
    public void Use(FaultSpec spec)
    {
        Counters = new FaultCounters();
        Volatile.Write(ref _active, new ActiveFaults([.. spec.Rules.Select((rule, place) => new ActiveRule(rule, SeedOf(spec.Seed, place)))], Counters));
    }

    public void Clear() => Volatile.Write(ref _active, null);

    /// <param name="forward">Executes the call and writes its response to the context.</param>
    /// <returns>True if the caller gets a response; false if its connection is broken.</returns>
    internal async Task<bool> InvokeAsync(AwsCall call, HttpContext context, Func<Task> forward)
    {
        if (await NextAsync($"{call.Service}:{call.Operation}", call.Caller.FunctionName, context.RequestAborted) is var (kind, rule))
        {
            return await BreakAsync(kind, rule, call, context, forward);
        }

        await forward();
        return true;
    }

    /// <summary>Draws the fault of a call that no function makes, after waiting for all its delays; null for none.</summary>
    /// <param name="action">Service and operation, such as <c>dynamodb:PutItem</c>.</param>
    /// <param name="caller">Name of the calling resource.</param>
    internal async Task<FaultKind?> NextOfAsync(string action, string caller, CancellationToken cancellation) => (await NextAsync(action, caller, cancellation))?.Kind;

    private async Task<(FaultKind Kind, ActiveRule Rule)?> NextAsync(string action, string caller, CancellationToken cancellation)
    {
        if (Volatile.Read(ref _active) is not { } faults)
        {
            return null;
        }

        faults.Counters.CountCall();
        foreach (var rule in faults.Rules.Where(rule => rule.Fits(action, caller)))
        {
            if (rule.Next() is not { } kind || !FaultKinds.CanHappen(kind, action))
            {
                continue;
            }

            faults.Counters.Count(kind);
            if (kind != FaultKind.Latency)
            {
                return (kind, rule);
            }

            await Task.Delay(rule.Latency, clock, cancellation);
        }

        return null;
    }

    private static async Task<bool> BreakAsync(FaultKind kind, ActiveRule rule, AwsCall call, HttpContext context, Func<Task> forward)
    {
        switch (kind)
        {
            case FaultKind.ResetBefore or FaultKind.Down:
                Break(context);
                return false;
            case FaultKind.ResetAfterCommit:
                // Discards the response from here on.
                context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null));
                await forward();
                Break(context);
                return false;
            default:
                await FaultAnswers.Of(kind, call, rule.Pick).WriteAsync(context.Response);
                return true;
        }
    }

    // The caller sees a reset without any part of a response: closing a socket with linger time 0 sends RST, not FIN.
    private static void Break(HttpContext context)
    {
        if (context.Features.Get<IConnectionSocketFeature>()?.Socket is { } socket)
        {
            socket.LingerState = new(enable: true, seconds: 0);
        }

        context.Abort();
    }

    // Stable across processes, and different for each rule.
    private static int SeedOf(int seed, int place) => unchecked((seed * 31) + place);

    private sealed record ActiveFaults(ImmutableArray<ActiveRule> Rules, FaultCounters Counters);
}

/// <summary>An active rule with its own random source: other rules and their calls do not change its draws.</summary>
internal sealed class ActiveRule(FaultRule rule, int seed)
{
    private readonly Lock _lock = new();
    private readonly Random _random = new(seed);
    private int _step;

    public TimeSpan Latency => rule.Latency;

    /// <param name="action">Service and operation, such as <c>dynamodb:PutItem</c>.</param>
    public bool Fits(string action, string function) => rule.Action.Matches(action) && (rule.Function is null || rule.Function == function);

    /// <summary>The fault of the next call; null for none.</summary>
    public FaultKind? Next()
    {
        lock (_lock)
        {
            return rule switch
            {
                FaultRule.Random random => _random.NextDouble() < random.Rate ? random.Kind : null,
                FaultRule.Script script when _step < script.Steps.Length => script.Steps[_step++],
                _ => null,
            };
        }
    }

    /// <summary>Draws the item that a fault is reported for.</summary>
    public int Pick(int count)
    {
        lock (_lock)
        {
            return _random.Next(count);
        }
    }
}

/// <summary>Number of calls per fault kind, including kinds with 0.</summary>
public sealed class FaultCounters
{
    private readonly long[] _injected = new long[FaultKinds.All.Length];
    private long _calls;

    /// <summary>All calls made while a specification was active.</summary>
    public long Calls => Interlocked.Read(ref _calls);

    public long Of(FaultKind kind) => Interlocked.Read(ref _injected[(int)kind]);

    /// <summary>Count by name of the kind, in declaration order.</summary>
    public ImmutableArray<(string Kind, long Count)> ByKind => [.. FaultKinds.All.Select(kind => (FaultKinds.NameOf(kind), Of(kind)))];

    internal void CountCall() => Interlocked.Increment(ref _calls);

    internal void Count(FaultKind kind) => Interlocked.Increment(ref _injected[(int)kind]);
}
