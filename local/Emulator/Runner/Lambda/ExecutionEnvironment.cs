namespace WorkoutLog.Local.Runner;

/// <summary>One process of a function with its own Runtime API. It takes one event at a time.</summary>
internal sealed class ExecutionEnvironment : IAsyncDisposable
{
    private readonly FunctionDeclaration _function;
    private readonly RuntimeApi _runtimeApi;
    private readonly ChildProcess _process;
    private readonly MemoryMeter _memory;
    private readonly TimeProvider _clock;

    private ExecutionEnvironment(FunctionDeclaration function, RuntimeApi runtimeApi, ChildProcess process, InvocationLines? lines, TimeProvider clock)
    {
        _function = function;
        _runtimeApi = runtimeApi;
        _process = process;
        _memory = new MemoryMeter(process.Id, function.MemorySizeMiB, clock);
        _clock = clock;
        Lines = lines;
    }

    public bool HasExited => _process.Exited.IsCompleted;

    public bool IsReady => _runtimeApi.Ready.IsCompleted;

    /// <summary>What the process writes; null where nobody keeps it.</summary>
    public InvocationLines? Lines { get; }

    public int PeakMemoryMiB => _memory.PeakMiB;

    /// <param name="codeFolder">The unpacked archive; the process is started there.</param>
    /// <param name="variables">Address of the Runtime API to the whole environment of the process.</param>
    public static async Task<ExecutionEnvironment> StartAsync(
        FunctionDeclaration function, string codeFolder, Func<string, IReadOnlyDictionary<string, string>> variables, Action<string> onLine,
        TimeProvider clock, CancellationToken cancellation, bool keepLines = false)
    {
        var lines = keepLines ? new InvocationLines() : null;
        var runtimeApi = await RuntimeApi.StartAsync(clock, onLine, cancellation);
        try
        {
            var (file, arguments) = function.Start.Command(codeFolder);
            var process = await ChildProcess.StartAsync(file, arguments, codeFolder, variables(runtimeApi.Address), OnLine);
            return new ExecutionEnvironment(function, runtimeApi, process, lines, clock);
        }
        catch
        {
            await runtimeApi.DisposeAsync();
            throw;
        }

        void OnLine(string line)
        {
            lines?.Add(line);
            onLine(line);
        }
    }

    /// <summary>Waits until the runtime asks for its first event.</summary>
    /// <returns>Null when it does; else what a caller learns of the end that came before.</returns>
    public Task<InvocationResult?> InitAsync(TimeSpan limit, CancellationToken cancellation) => WaitAsync(_runtimeApi.Ready, limit, cancellation);

    /// <returns>How it ended, or null when the process had ended before it took the event: another one may take it.</returns>
    public async Task<InvocationResult?> InvokeAsync(Invocation invocation, CancellationToken cancellation)
    {
        Lines?.Begin(invocation.RequestId);
        _runtimeApi.Offer(invocation);
        var failure = await WaitAsync(invocation.Delivered.Task, invocation.Timeout, cancellation);
        if (failure is InvocationResult.Crashed)
        {
            return null;
        }

        failure ??= await WaitAsync(invocation.Finished.Task, invocation.Timeout, cancellation);
        return failure ?? await invocation.Finished.Task;
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        await _runtimeApi.DisposeAsync();
    }

    // Null when the step is done.
    private async Task<InvocationResult?> WaitAsync(Task step, TimeSpan limit, CancellationToken cancellation)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(step, _process.Exited, _memory.ExceededAsync(timer.Token), Task.Delay(limit, _clock, timer.Token));
        await timer.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
        // Lambda would have killed it at the moment that it held too much, so an answer that came all the same does not count.
        return _memory.Exceeds() ? new InvocationResult.OutOfMemory()
            : step.IsCompleted ? null
            : HasExited ? new InvocationResult.Crashed(await _process.Exited)
            : new InvocationResult.TimedOut(_function.Timeout);
    }
}
