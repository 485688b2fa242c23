using System.Collections.Immutable;
using WorkoutLog.Local.Runner.Lambda;

namespace WorkoutLog.Local.Runner.Events;

/// <summary>An invocation of a function that has ended.</summary>
/// <param name="Time">When it began, by the run's clock.</param>
/// <param name="Function">Name of the function's resource.</param>
/// <param name="Duration">Without INIT; zero for a throttled one.</param>
/// <param name="InitDuration">Of a cold start.</param>
/// <param name="Concurrency">Invocations of the function that were under way, this one included; 0 for a throttled one.</param>
/// <param name="Lines">What the process wrote meanwhile, and what Lambda itself writes to the log.</param>
public sealed record InvocationEnded(
    DateTimeOffset Time,
    string Function,
    string TraceId,
    InvocationResult Result,
    TimeSpan Duration,
    TimeSpan? InitDuration,
    int Concurrency,
    ImmutableArray<string> Lines)
{
    /// <summary>The ARN that the caller named: the alias.</summary>
    public required string InvokedArn { get; init; }

    /// <summary>Number of the version that ran, or would have run; Lambda's <c>ExecutedVersion</c>.</summary>
    public required string Version { get; init; }
}
