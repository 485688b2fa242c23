using System.ComponentModel;
using WorkoutLog.Local.Runner.Events;

namespace WorkoutLog.Local.Runner.Lambda;

/// <summary>
/// Invokes a function as Lambda does: an idle process takes the event, else a new one is started; a process that crashed, timed
/// out or held too much memory is not used again.
/// </summary>
internal sealed class LambdaFunction : IAsyncDisposable
{
    // Without a declared limit this one only protects the machine: further events wait.
    private const int MaxProcesses = 10;

    // What Lambda gives the INIT phase.
    private static readonly TimeSpan _initLimit = TimeSpan.FromSeconds(10);

    private readonly EnvironmentPool _pool;
    private readonly SemaphoreSlim _slots;
    private readonly TimeProvider _clock;
    private readonly Action<string> _say;
    private readonly CancellationTokenSource _stop = new();
    private readonly InvocationWatch _watch;

    /// <param name="start">Starts a process of the function.</param>
    /// <param name="say">Receives what Lambda would write to the function's log.</param>
    /// <param name="events">Told of each invocation.</param>
    public LambdaFunction(
        FunctionDeclaration declaration, Func<CancellationToken, Task<ExecutionEnvironment>> start, TimeProvider clock, Action<string> say, RunEvents? events = null)
    {
        Declaration = declaration;
        _pool = new EnvironmentPool(start);
        _slots = new SemaphoreSlim(declaration.ReservedConcurrency ?? MaxProcesses);
        _clock = clock;
        _say = say;
        _watch = new InvocationWatch(events ?? new RunEvents(), declaration, clock, _stop.Token);
    }

    public FunctionDeclaration Declaration { get; }

    /// <summary>How long INIT may take before it is tried again.</summary>
    internal TimeSpan InitLimit { get; init; } = _initLimit;

    /// <param name="invokedArn">The ARN that the caller named.</param>
    /// <exception cref="OperationCanceledException">The runner stops.</exception>
    public async Task<InvocationResult> InvokeAsync(ReadOnlyMemory<byte> payload, string invokedArn, string traceId)
    {
        var patience = Declaration.ReservedConcurrency is null ? Timeout.InfiniteTimeSpan : TimeSpan.Zero;
        if (!await _slots.WaitAsync(patience, _stop.Token))
        {
            _watch.Throttled(invokedArn, traceId);
            return new InvocationResult.Throttled();
        }

        var (began, concurrency) = (_clock.GetUtcNow(), _watch.Enter());
        try
        {
            var requestId = Guid.NewGuid().ToString();
            var (outcome, lines) = await RunAsync(left => new Invocation(requestId, payload, invokedArn, traceId, left));
            string[] platformLines = [.. InvocationLog.Of(requestId, Declaration, outcome)];
            foreach (var line in platformLines)
            {
                _say(line);
            }

            if (_watch.IsNeeded)
            {
                // Nobody waits for it: the caller has the answer before the observers have the lines.
                _ = _watch.EndedAsync(began, requestId, invokedArn, traceId, outcome, concurrency, lines, platformLines);
            }

            return outcome.Result;
        }
        finally
        {
            _watch.Leave();
            _slots.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _pool.DisposeAsync();
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
