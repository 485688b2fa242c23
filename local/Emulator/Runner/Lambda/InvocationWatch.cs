using System.Collections.Immutable;
using WorkoutLog.Local.Runner.Events;

namespace WorkoutLog.Local.Runner.Lambda;

/// <summary>Tells the observers of a run of each invocation of one version; without one it does nothing.</summary>
internal sealed class InvocationWatch(RunEvents events, FunctionDeclaration function, TimeProvider clock, CancellationToken stop)
{
    // What a process wrote before it answered is still on its way through the pipe.
    private static readonly TimeSpan _grace = TimeSpan.FromMilliseconds(100);

    public bool IsNeeded => events.IsObserved;

    public void Throttled(string invokedArn, string traceId)
    {
        if (IsNeeded)
        {
            Publish(clock.GetUtcNow(), invokedArn, traceId, new InvocationOutcome(new InvocationResult.Throttled(), TimeSpan.Zero, null, 0), 0, []);
        }
    }

    public async Task EndedAsync(
        DateTimeOffset began, string requestId, string invokedArn, string traceId, InvocationOutcome outcome, int concurrency, InvocationLines? lines)
    {
        await Task.Delay(_grace, TimeProvider.System, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Publish(
            began, invokedArn, traceId, outcome, concurrency,
            [InvocationLog.Start(requestId, function), .. lines?.End(requestId) ?? [], .. InvocationLog.End(requestId, function, outcome)]);
    }

    private void Publish(DateTimeOffset began, string invokedArn, string traceId, InvocationOutcome outcome, int concurrency, ImmutableArray<string> lines) =>
        events.Publish(new InvocationEnded(began, function.Name, traceId, outcome.Result, outcome.Duration, outcome.InitDuration, concurrency, lines)
        {
            InvokedArn = invokedArn,
            Version = function.Version,
        });
}
