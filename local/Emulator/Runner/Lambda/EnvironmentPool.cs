namespace WorkoutLog.Local.Runner;

internal sealed class EnvironmentPool(Func<CancellationToken, Task<ExecutionEnvironment>> start) : IAsyncDisposable
{
    private readonly ConcurrentStack<ExecutionEnvironment> _idle = new();
    private readonly ConcurrentDictionary<ExecutionEnvironment, bool> _all = new();

    /// <returns>An idle environment, or else a new one, still in INIT.</returns>
    public async Task<ExecutionEnvironment> TakeAsync(CancellationToken cancellation)
    {
        while (_idle.TryPop(out var idle))
        {
            if (!idle.HasExited)
            {
                return idle;
            }

            await DropAsync(idle);
        }

        return await StartAsync(cancellation);
    }

    public async Task<ExecutionEnvironment> StartAsync(CancellationToken cancellation)
    {
        var fresh = await start(cancellation);
        _all[fresh] = true;
        if (cancellation.IsCancellationRequested)
        {
            await DropAsync(fresh);
            cancellation.ThrowIfCancellationRequested();
        }

        return fresh;
    }

    /// <summary>Returns an environment that can serve the next event.</summary>
    public void Return(ExecutionEnvironment environment) => _idle.Push(environment);

    public async Task DropAsync(ExecutionEnvironment environment)
    {
        if (_all.TryRemove(environment, out _))
        {
            await environment.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync() => await Task.WhenAll(_all.Keys.Select(DropAsync));
}
