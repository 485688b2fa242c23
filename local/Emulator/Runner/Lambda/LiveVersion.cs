using System.ComponentModel;

namespace WorkoutLog.Local.Runner;

/// <summary>
/// Invokes a version of a function as Lambda does: an idle process handles the event, else a new one is started; a process that
/// crashed, timed out or exceeded its memory is not used again.
/// </summary>
internal sealed class LiveVersion : IAsyncDisposable
{
    // Lambda's limit for the INIT phase.
    private static readonly TimeSpan _initLimit = TimeSpan.FromSeconds(10);

    // Output written before the response may still be in the pipe.
    private static readonly TimeSpan _grace = TimeSpan.FromMilliseconds(100);

    private readonly EnvironmentPool _pool;
    private readonly ConcurrencyLimit _limit;
    private readonly TimeProvider _clock;
    private readonly Action<string> _say;
    private readonly CancellationTokenSource _stop = new();
    private readonly RunEvents _events;

    /// <param name="say">Receives the lines of the function's log.</param>
    /// <param name="limit">Shared by the function's versions.</param>
    /// <param name="unused">Called when the version has no more users and may be disposed.</param>
    public LiveVersion(
        FunctionDeclaration declaration, Func<CancellationToken, Task<ExecutionEnvironment>> start, TimeProvider clock, Action<string> say,
        ConcurrencyLimit? limit = null, RunEvents? events = null, Action<LiveVersion>? unused = null)
    {
        Declaration = declaration;
        _pool = new EnvironmentPool(start);
        _limit = limit ?? new ConcurrencyLimit(declaration.ReservedConcurrency);
        _clock = clock;
        _say = say;
        _events = events ?? new RunEvents();
        Uses = new UseCount(() => unused?.Invoke(this));
    }

    public FunctionDeclaration Declaration { get; }

    /// <summary>The users that may send events, and each event in progress. Starts with the user that made the version live.</summary>
    public UseCount Uses { get; }

    /// <summary>Limit for INIT before it is retried.</summary>
    internal TimeSpan InitLimit { get; init; } = _initLimit;

    /// <summary>Only for callers counted in <see cref="Uses"/>.</summary>
    /// <exception cref="OperationCanceledException">The runner stops.</exception>
    public async Task<InvocationResult> InvokeAsync(ReadOnlyMemory<byte> payload, string invokedArn, string traceId)
    {
        // The event is counted separately, because the caller may abandon it and leave.
        ObjectDisposedException.ThrowIf(!Uses.TryEnter(), this);
        var reporting = Task.CompletedTask;
        try
        {
            if (await _limit.TryEnterAsync(_stop.Token) is not { } concurrency)
            {
                var throttled = new InvocationOutcome(new InvocationResult.Throttled(), TimeSpan.Zero, null, 0);
                Report(_clock.GetUtcNow(), invokedArn, traceId, throttled, 0, []);
                return throttled.Result;
            }

            var (began, requestId) = (_clock.GetUtcNow(), Guid.NewGuid().ToString());
            var outcome = await RunWithinLimitAsync(requestId, left => new Invocation(requestId, payload, invokedArn, traceId, left));
            if (_events.IsObserved)
            {
                // Not awaited: the caller gets the response before the observers get the lines.
                reporting = ReportAsync(began, requestId, invokedArn, traceId, outcome, concurrency);
            }

            return outcome.Result;
        }
        finally
        {
            _ = LeaveAfterAsync(reporting);
        }
    }

    /// <summary>Kills all processes, including those that handle an event.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _pool.DisposeAsync();
    }

    private async Task ReportAsync(DateTimeOffset began, string requestId, string invokedArn, string traceId, InvocationOutcome outcome, int concurrency)
    {
        await Task.Delay(_grace, TimeProvider.System, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Report(
            began, invokedArn, traceId, outcome, concurrency,
            [InvocationLog.Start(requestId, Declaration), .. outcome.Lines?.End(requestId) ?? [], .. InvocationLog.End(requestId, Declaration, outcome)]);
    }

    private void Report(DateTimeOffset began, string invokedArn, string traceId, InvocationOutcome outcome, int concurrency, ImmutableArray<string> lines) =>
        _events.Publish(new InvocationEnded(began, Declaration.Name, traceId, outcome.Result, outcome.Duration, outcome.InitDuration, concurrency, lines)
        {
            InvokedArn = invokedArn,
            Version = Declaration.Version,
        });

    // An event is reported before its version ends.
    private async Task LeaveAfterAsync(Task reporting)
    {
        await reporting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Uses.Leave();
    }

    private async Task<InvocationOutcome> RunWithinLimitAsync(string requestId, Func<TimeSpan, Invocation> create)
    {
        try
        {
            _say(InvocationLog.Start(requestId, Declaration));
            var outcome = await RunAsync(create);
            foreach (var line in InvocationLog.End(requestId, Declaration, outcome))
            {
                _say(line);
            }

            return outcome;
        }
        finally
        {
            _limit.Leave();
        }
    }

    private async Task<InvocationOutcome> RunAsync(Func<TimeSpan, Invocation> create)
    {
        try
        {
            InvocationOutcome? outcome = null;
            while (outcome is null)
            {
                outcome = await TryAsync(create);
            }

            return outcome;
        }
        catch (Win32Exception cause)
        {
            // This machine can't start the program: wrong architecture, or missing interpreter.
            _say($"{Declaration.Start.EntryPoint} does not start: {cause.Message}");
            return new InvocationOutcome(new InvocationResult.Crashed(cause.NativeErrorCode), TimeSpan.Zero, null, 0);
        }
    }

    // Null if the idle process had already ended.
    private async Task<InvocationOutcome?> TryAsync(Func<TimeSpan, Invocation> create)
    {
        var environment = await _pool.TakeAsync(_stop.Token);
        var (began, left, init) = (_clock.GetTimestamp(), Declaration.Timeout, (TimeSpan?)null);
        InvocationResult? result = null;
        if (!environment.IsReady)
        {
            result = await environment.InitAsync(InitLimit, _stop.Token);
            (init, began) = (_clock.GetElapsedTime(began), _clock.GetTimestamp());
            if (result is not null)
            {
                // Lambda retries INIT once, as a part of the invocation and within its timeout.
                _say(InvocationLog.FailedInit(init.Value, result));
                init = null;
                await _pool.DropAsync(environment);
                environment = await _pool.StartAsync(_stop.Token);
                result = await environment.InitAsync(Declaration.Timeout, _stop.Token);
                left -= _clock.GetElapsedTime(began);
            }
        }

        result ??= await environment.InvokeAsync(create(left), _stop.Token);
        var outcome = result is null
            ? null
            : new InvocationOutcome(result, _clock.GetElapsedTime(began), init, environment.PeakMemoryMiB) { Lines = environment.Lines };
        if (result is InvocationResult.Answered or InvocationResult.Failed)
        {
            _pool.Return(environment);
        }
        else
        {
            await _pool.DropAsync(environment);
        }

        return outcome;
    }
}
