using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using WorkoutLog.Local.Runner.Aws;

namespace WorkoutLog.Local.Runner.Faults;

/// <summary>Lets calls of the functions to AWS go wrong, as long as a specification is in use.</summary>
public sealed class FaultInjector(TimeProvider clock)
{
    private ActiveFaults? _active;

    /// <summary>Whether a specification is in use.</summary>
    public bool IsActive => Volatile.Read(ref _active) is not null;

    /// <summary>Of the specification in use, or of the one before when there is none.</summary>
    public FaultCounters Counters { get; private set; } = new();

    /// <summary>Starts anew, with all counters at 0.</summary>
    public void Use(FaultSpec spec)
    {
        Counters = new FaultCounters();
        Volatile.Write(ref _active, new ActiveFaults([.. spec.Rules.Select((rule, place) => new ActiveRule(rule, SeedOf(spec.Seed, place)))], Counters));
    }

    /// <summary>Leaves the calls alone from now on.</summary>
    public void Clear() => Volatile.Write(ref _active, null);

    /// <param name="forward">Carries the call out and writes its answer to the context.</param>
    /// <returns>Whether the caller gets an answer; else its connection is broken.</returns>
    internal async Task<bool> InvokeAsync(AwsCall call, HttpContext context, Func<Task> forward)
    {
        if (Volatile.Read(ref _active) is not { } faults)
        {
            await forward();
            return true;
        }

        faults.Counters.CountCall();
        var action = $"{call.Service}:{call.Operation}";
        foreach (var rule in faults.Rules.Where(rule => rule.Fits(action, call.Caller.FunctionName)))
        {
            if (rule.Next() is not { } kind || !FaultKinds.CanHappen(kind, action))
            {
                continue;
            }

            faults.Counters.Count(kind);
            if (kind != FaultKind.Latency)
            {
                return await BreakAsync(kind, rule, call, context, forward);
            }

            await Task.Delay(rule.Latency, clock, context.RequestAborted);
        }

        await forward();
        return true;
    }

    private static async Task<bool> BreakAsync(FaultKind kind, ActiveRule rule, AwsCall call, HttpContext context, Func<Task> forward)
    {
        switch (kind)
        {
            case FaultKind.ResetBefore or FaultKind.Down:
                BrokenConnection.Break(context);
                return false;
            case FaultKind.ResetAfterCommit:
                BrokenConnection.LoseAnswer(context);
                await forward();
                BrokenConnection.Break(context);
                return false;
            default:
                await FaultAnswers.Of(kind, call, rule.Pick).WriteAsync(context.Response);
                return true;
        }
    }

    // Stable over processes, and different for each rule.
    private static int SeedOf(int seed, int place) => unchecked((seed * 31) + place);

    private sealed record ActiveFaults(ImmutableArray<ActiveRule> Rules, FaultCounters Counters);
}
