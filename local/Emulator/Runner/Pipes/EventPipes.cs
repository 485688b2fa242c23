namespace WorkoutLog.Local.Runner.Pipes;

/// <summary>Services that the pipes of a run share.</summary>
internal sealed record PipeHost(DynamoDbLocal DynamoDb, EventBoard Board, FaultInjector Faults, CallLog Calls, RunEvents Events, TimeProvider Clock, Action<string> Say);

/// <summary>The pipes of a run; they keep running across deployments.</summary>
internal sealed class EventPipes(PipeHost host) : IAsyncDisposable
{
    private readonly Dictionary<string, EventPipe> _pipes = new(StringComparer.Ordinal);

    /// <summary>Switches to the pipes of the current deployment.</summary>
    public void Use(ImmutableArray<PipeDeclaration> declared)
    {
        foreach (var pipe in declared)
        {
            if (_pipes.TryGetValue(pipe.Name, out var running))
            {
                running.Use(pipe);
            }
            else
            {
                _pipes[pipe.Name] = new EventPipe(pipe, host);
            }
        }

        foreach (var gone in _pipes.Keys.Except(declared.Select(pipe => pipe.Name)).ToArray())
        {
            _pipes.Remove(gone, out var running);
            _ = running!.DisposeAsync().AsTask();
        }
    }

    public Task SettleAsync(CancellationToken cancellation) => Task.WhenAll(_pipes.Values.Select(pipe => pipe.SettleAsync(cancellation)));

    public async ValueTask DisposeAsync()
    {
        foreach (var pipe in _pipes.Values)
        {
            await pipe.DisposeAsync();
        }
    }
}
