using WorkoutLog.Local.Runner.Processes;

namespace WorkoutLog.Local.Runner.Lambda;

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

    /// <summary>Whether INIT is over.</summary>
    public bool IsReady => _runtimeApi.Ready.IsCompleted;

    /// <summary>What the process writes; null where nobody keeps it.</summary>
    public InvocationLines? Lines { get; }

    public int PeakMemoryMiB => _memory.PeakMiB;

    /// <param name="codeFolder">The unpacked archive; the process is started there.</param>
    /// <param name="variables">Address of the Runtime API to the whole environment of the process.</param>
    /// <param name="keepLines">Whether <see cref="Lines"/> holds them.</param>
    public static async Task<ExecutionEnvironment> StartAsync(
        FunctionDeclaration function,
        string codeFolder,
        Func<string, IReadOnlyDictionary<string, string>> variables,
        Action<string> onLine,
        TimeProvider clock,
        CancellationToken cancellation,
        bool keepLines = false)
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
    public Task<StepEnd> InitAsync(TimeSpan limit, CancellationToken cancellation) => WaitAsync(_runtimeApi.Ready, limit, cancellation);

    /// <returns>How it ended, or null when the process had ended before it took the event: another one may take it.</returns>
    public async Task<InvocationResult?> InvokeAsync(Invocation invocation, CancellationToken cancellation)
    {
        Lines?.Begin(invocation.RequestId);
        _runtimeApi.Offer(invocation);
        var end = await WaitAsync(invocation.Delivered.Task, invocation.Timeout, cancellation);
        if (end == StepEnd.Exited)
        {
            return null;
        }

        if (end == StepEnd.Done)
        {
            end = await WaitAsync(invocation.Finished.Task, invocation.Timeout, cancellation);
        }

        return end == StepEnd.Done ? await invocation.Finished.Task : Failure(end);
    }

    /// <summary>What a caller learns of an end before the answer.</summary>
    public InvocationResult Failure(StepEnd end) => end switch
    {
        StepEnd.Exited => new InvocationResult.Crashed(_process.Exited.Result),
        StepEnd.OutOfMemory => new InvocationResult.OutOfMemory(),
        StepEnd.Late => new InvocationResult.TimedOut(_function.Timeout),
        _ => throw new ArgumentOutOfRangeException(nameof(end), end, null),
    };

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        await _runtimeApi.DisposeAsync();
    }

    private async Task<StepEnd> WaitAsync(Task step, TimeSpan limit, CancellationToken cancellation)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(step, _process.Exited, _memory.ExceededAsync(timer.Token), Task.Delay(limit, _clock, timer.Token));
        await timer.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
        if (_memory.Exceeds())
        {
            // Lambda would have killed it at that moment, so an answer that came all the same does not count.
            return StepEnd.OutOfMemory;
        }

        return step.IsCompleted ? StepEnd.Done : HasExited ? StepEnd.Exited : StepEnd.Late;
    }
}
