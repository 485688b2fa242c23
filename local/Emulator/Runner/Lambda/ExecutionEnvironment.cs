namespace WorkoutLog.Local.Runner;

/// <summary>One process of a function with its own Runtime API. It handles one event at a time.</summary>
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

    /// <summary>The output of the process; null if it is not kept.</summary>
    public InvocationLines? Lines { get; }

    public int PeakMemoryMiB => _memory.PeakMiB;

    /// <param name="codeFolder">The unpacked archive; the process is started there.</param>
    /// <param name="variables">Returns the complete environment of the process, by the address of the Runtime API.</param>
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
    /// <returns>Null if it does; else the result for the caller of a process that ended before.</returns>
    public Task<InvocationResult?> InitAsync(TimeSpan limit, CancellationToken cancellation) => WaitAsync(_runtimeApi.Ready, limit, cancellation);

    /// <returns>The result, or null if the process ended before it received the event; then another process may handle it.</returns>
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

    // Null if the step completed.
    private async Task<InvocationResult?> WaitAsync(Task step, TimeSpan limit, CancellationToken cancellation)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(step, _process.Exited, _memory.ExceededAsync(timer.Token), Task.Delay(limit, _clock, timer.Token));
        await timer.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
        // Lambda kills a process as soon as it exceeds its memory, so a response after that does not count.
        return _memory.Exceeds() ? new InvocationResult.OutOfMemory()
            : step.IsCompleted ? null
            : HasExited ? new InvocationResult.Crashed(await _process.Exited)
            : new InvocationResult.TimedOut(_function.Timeout);
    }
}
