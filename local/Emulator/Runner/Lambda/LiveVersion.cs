using System.ComponentModel;
using WorkoutLog.Local.Runner.Events;

namespace WorkoutLog.Local.Runner.Lambda;

/// <summary>
/// Invokes a version of a function as Lambda does: an idle process takes the event, else a new one is started; a process that
/// crashed, timed out or held too much memory is not used again.
/// </summary>
internal sealed class LiveVersion : IAsyncDisposable
{
    // What Lambda gives the INIT phase.
    private static readonly TimeSpan _initLimit = TimeSpan.FromSeconds(10);

    private readonly EnvironmentPool _pool;
    private readonly ConcurrencyLimit _limit;
    private readonly TimeProvider _clock;
    private readonly Action<string> _say;
    private readonly CancellationTokenSource _stop = new();
    private readonly InvocationWatch _watch;

    /// <param name="start">Starts a process of the version.</param>
    /// <param name="say">Receives what Lambda would write to the function's log.</param>
    /// <param name="limit">Shared by the function's versions.</param>
    /// <param name="events">Told of each invocation.</param>
    /// <param name="unused">Called when nobody has a use for the version any more: it may be disposed.</param>
    public LiveVersion(
        FunctionDeclaration declaration,
        Func<CancellationToken, Task<ExecutionEnvironment>> start,
        TimeProvider clock,
        Action<string> say,
        ConcurrencyLimit? limit = null,
        RunEvents? events = null,
        Action<LiveVersion>? unused = null)
    {
        Declaration = declaration;
        _pool = new EnvironmentPool(start);
        _limit = limit ?? new ConcurrencyLimit(declaration.ReservedConcurrency);
        _clock = clock;
        _say = say;
        _watch = new InvocationWatch(events ?? new RunEvents(), declaration, clock, _stop.Token);
        Uses = new UseCount(() => unused?.Invoke(this));
    }

    public FunctionDeclaration Declaration { get; }

    /// <summary>Whoever may send events, and each event under way. Begins with whoever made the version live.</summary>
    public UseCount Uses { get; }

    /// <summary>How long INIT may take before it is tried again.</summary>
    internal TimeSpan InitLimit { get; init; } = _initLimit;

    /// <summary>For whoever counts among the <see cref="Uses"/>.</summary>
    /// <param name="invokedArn">The ARN that the caller named.</param>
    /// <exception cref="OperationCanceledException">The runner stops.</exception>
    public async Task<InvocationResult> InvokeAsync(ReadOnlyMemory<byte> payload, string invokedArn, string traceId)
    {
        // The event counts itself, as the caller may give it up and leave.
        ObjectDisposedException.ThrowIf(!Uses.TryEnter(), this);
        var reporting = Task.CompletedTask;
        try
        {
            if (await _limit.TryEnterAsync(_stop.Token) is not { } concurrency)
            {
                _watch.Throttled(invokedArn, traceId);
                return new InvocationResult.Throttled();
            }

            var (began, requestId) = (_clock.GetUtcNow(), Guid.NewGuid().ToString());
            var (outcome, lines) = await RunWithinLimitAsync(requestId, left => new Invocation(requestId, payload, invokedArn, traceId, left));
            if (_watch.IsNeeded)
            {
                // Not waited for: the caller has the answer before the observers have the lines.
                reporting = _watch.EndedAsync(began, requestId, invokedArn, traceId, outcome, concurrency, lines);
            }

            return outcome.Result;
        }
        finally
        {
            _ = LeaveAfterAsync(reporting);
        }
    }

    /// <summary>Ends all processes at once, with whatever they are at.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _pool.DisposeAsync();
    }

    // Nobody hears of an event after its version has ended.
    private async Task LeaveAfterAsync(Task reporting)
    {
        await reporting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Uses.Leave();
    }

    private async Task<(InvocationOutcome Outcome, InvocationLines? Lines)> RunWithinLimitAsync(string requestId, Func<TimeSpan, Invocation> create)
    {
        try
        {
            _say(InvocationLog.Start(requestId, Declaration));
            var ended = await RunAsync(create);
            foreach (var line in InvocationLog.End(requestId, Declaration, ended.Outcome))
            {
                _say(line);
            }

            return ended;
        }
        finally
        {
            _limit.Leave();
        }
    }

    private async Task<(InvocationOutcome Outcome, InvocationLines? Lines)> RunAsync(Func<TimeSpan, Invocation> create)
    {
        try
        {
            while (true)
            {
                if (await TryAsync(create) is { } ended)
                {
                    return ended;
                }
            }
        }
        catch (Win32Exception cause)
        {
            // Not a program that this machine can start: the wrong architecture, or no such interpreter.
            _say($"{Declaration.Start.EntryPoint} does not start: {cause.Message}");
            return (new InvocationOutcome(new InvocationResult.Crashed(cause.NativeErrorCode), TimeSpan.Zero, null, 0), null);
        }
    }

    // Null when an idle process turned out to have ended.
    private async Task<(InvocationOutcome Outcome, InvocationLines? Lines)?> TryAsync(Func<TimeSpan, Invocation> create)
    {
        var ready = await ReadyEnvironment.TakeAsync(_pool, InitLimit, Declaration.Timeout, _clock, _say, _stop.Token);
        var result = ready.Init == StepEnd.Done
            ? await ready.Environment.InvokeAsync(create(ready.Left), _stop.Token)
            : ready.Environment.Failure(ready.Init);
        var outcome = result is null
            ? null
            : new InvocationOutcome(result, _clock.GetElapsedTime(ready.Began), ready.InitDuration, ready.Environment.PeakMemoryMiB);
        if (result is InvocationResult.Answered or InvocationResult.Failed)
        {
            _pool.Return(ready.Environment);
        }
        else
        {
            await _pool.DropAsync(ready.Environment);
        }

        return outcome is null ? null : (outcome, ready.Environment.Lines);
    }
}
