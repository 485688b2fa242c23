using WorkoutLog.Local.Runner.Processes;

namespace WorkoutLog.Local.Runner.Lambda;

/// <summary>One process of a function with its own Runtime API. It takes one event at a time.</summary>
internal sealed class ExecutionEnvironment : IAsyncDisposable
{
    // What Lambda gives the INIT phase.
    private static readonly TimeSpan _initLimit = TimeSpan.FromSeconds(10);
    private readonly RuntimeApi _runtimeApi;
    private readonly ChildProcess _process;

    private ExecutionEnvironment(RuntimeApi runtimeApi, ChildProcess process)
    {
        _runtimeApi = runtimeApi;
        _process = process;
    }

    public bool HasExited => _process.Exited.IsCompleted;

    /// <param name="codeFolder">The unpacked archive; its <c>bootstrap</c> is started there.</param>
    /// <param name="variables">Address of the Runtime API to the whole environment of the process.</param>
    public static async Task<ExecutionEnvironment> StartAsync(
        string codeFolder,
        Func<string, IReadOnlyDictionary<string, string>> variables,
        Action<string> onLine,
        TimeProvider clock,
        CancellationToken cancellation)
    {
        var runtimeApi = await RuntimeApi.StartAsync(clock, onLine, cancellation);
        try
        {
            var bootstrap = Path.Combine(codeFolder, "bootstrap");
            var process = await ChildProcess.StartAsync(bootstrap, [], codeFolder, variables(runtimeApi.Address), onLine);
            return new ExecutionEnvironment(runtimeApi, process);
        }
        catch
        {
            await runtimeApi.DisposeAsync();
            throw;
        }
    }

    /// <returns>How it ended, or null when the process had ended before it took the event: another one may take it.</returns>
    public async Task<InvocationResult?> InvokeAsync(Invocation invocation, CancellationToken cancellation)
    {
        if (!await EndsAsync(_runtimeApi.Ready, _initLimit, cancellation))
        {
            return _process.Exited.IsCompleted ? Crash() : new InvocationResult.TimedOut(_initLimit);
        }

        _runtimeApi.Offer(invocation);
        if (!await EndsAsync(invocation.Delivered.Task, invocation.Timeout, cancellation))
        {
            return _process.Exited.IsCompleted ? null : new InvocationResult.TimedOut(invocation.Timeout);
        }

        if (await EndsAsync(invocation.Finished.Task, invocation.Timeout, cancellation))
        {
            return await invocation.Finished.Task;
        }

        return _process.Exited.IsCompleted ? Crash() : new InvocationResult.TimedOut(invocation.Timeout);
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        await _runtimeApi.DisposeAsync();
    }

    // Whether the step ends before the process does and before the limit.
    private async Task<bool> EndsAsync(Task step, TimeSpan limit, CancellationToken cancellation)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(step, _process.Exited, Task.Delay(limit, timer.Token));
        await timer.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
        return step.IsCompleted;
    }

    private InvocationResult.Crashed Crash() => new(_process.Exited.Result);
}
