using System.Collections.Concurrent;
using System.ComponentModel;
using System.Globalization;

namespace WorkoutLog.Local.Runner.Lambda;

/// <summary>
/// Invokes a function as Lambda does: an idle process takes the event, else a new one is started; a process that crashed or
/// timed out is not used again.
/// </summary>
internal sealed class LambdaFunction : IAsyncDisposable
{
    // Without a declared limit this one only protects the machine: further events wait.
    private const int MaxProcesses = 10;

    private readonly ConcurrentStack<ExecutionEnvironment> _idle = new();
    private readonly ConcurrentDictionary<ExecutionEnvironment, bool> _all = new();
    private readonly SemaphoreSlim _slots;
    private readonly Func<CancellationToken, Task<ExecutionEnvironment>> _start;
    private readonly Action<string> _say;
    private readonly CancellationTokenSource _stop = new();

    /// <param name="start">Starts a process of the function.</param>
    /// <param name="say">Receives what Lambda would write to the function's log.</param>
    public LambdaFunction(FunctionDeclaration declaration, Func<CancellationToken, Task<ExecutionEnvironment>> start, Action<string> say)
    {
        Declaration = declaration;
        _slots = new SemaphoreSlim(declaration.ReservedConcurrency ?? MaxProcesses);
        _start = start;
        _say = say;
    }

    public FunctionDeclaration Declaration { get; }

    /// <param name="invokedArn">The ARN that the caller named.</param>
    /// <exception cref="OperationCanceledException">The runner stops.</exception>
    public async Task<InvocationResult> InvokeAsync(ReadOnlyMemory<byte> payload, string invokedArn, string traceId)
    {
        var patience = Declaration.ReservedConcurrency is null ? Timeout.InfiniteTimeSpan : TimeSpan.Zero;
        if (!await _slots.WaitAsync(patience, _stop.Token))
        {
            return new InvocationResult.Throttled();
        }

        try
        {
            var requestId = Guid.NewGuid().ToString();
            var result = await RunAsync(() => new Invocation(requestId, payload, invokedArn, traceId, Declaration.Timeout));
            Report(requestId, result);
            return result;
        }
        finally
        {
            _slots.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_all.Keys.Select(environment => environment.DisposeAsync().AsTask()));
    }

    private async Task<InvocationResult> RunAsync(Func<Invocation> create)
    {
        while (true)
        {
            ExecutionEnvironment environment;
            try
            {
                environment = await TakeAsync();
            }
            catch (Win32Exception cause)
            {
                // Not a program that this machine can start: the wrong architecture, or no such interpreter.
                _say($"bootstrap does not start: {cause.Message}");
                return new InvocationResult.Crashed(cause.NativeErrorCode);
            }

            var result = await environment.InvokeAsync(create(), _stop.Token);
            if (result is InvocationResult.Answered or InvocationResult.Failed)
            {
                _idle.Push(environment);
                return result;
            }

            await DropAsync(environment);
            if (result is not null)
            {
                return result;
            }
        }
    }

    private async Task<ExecutionEnvironment> TakeAsync()
    {
        while (_idle.TryPop(out var idle))
        {
            if (!idle.HasExited)
            {
                return idle;
            }

            await DropAsync(idle);
        }

        var fresh = await _start(_stop.Token);
        _all[fresh] = true;
        return fresh;
    }

    private async Task DropAsync(ExecutionEnvironment environment)
    {
        if (_all.TryRemove(environment, out _))
        {
            await environment.DisposeAsync();
        }
    }

    private void Report(string requestId, InvocationResult result)
    {
        var text = result switch
        {
            InvocationResult.Failed failed => $"{requestId} failed: {failed.Error}",
            InvocationResult.Crashed crashed => $"{requestId} Runtime exited with exit status {crashed.ExitCode}",
            InvocationResult.TimedOut late => string.Create(CultureInfo.InvariantCulture, $"{requestId} Task timed out after {late.Timeout.TotalSeconds:0.00} seconds"),
            _ => null,
        };
        if (text is not null)
        {
            _say(text);
        }
    }
}
