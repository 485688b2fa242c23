namespace WorkoutLog.Local.Runner;

/// <summary>Limits the concurrent events of a function, over all its versions.</summary>
internal sealed class ConcurrencyLimit(int? reserved)
{
    // Without reserved concurrency, this limit only protects the machine: further events wait.
    private const int MaxProcesses = 10;

    private readonly Lock _lock = new();
    private readonly Queue<TaskCompletionSource<int>> _waiting = new();
    private int? _reserved = reserved;
    private int _running;

    /// <summary>Waits for a slot, unless concurrency is reserved: then events above the limit are throttled.</summary>
    /// <returns>Number of concurrent events, including this one; null if throttled.</returns>
    public async Task<int?> TryEnterAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var turn = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (HasRoom)
            {
                return ++_running;
            }

            if (_reserved is not null)
            {
                return null;
            }

            _waiting.Enqueue(turn);
        }

        // A cancelled waiter is skipped when a slot becomes free.
        await using var end = cancellation.Register(() => turn.TrySetCanceled(cancellation));
        return await turn.Task;
    }

    public void Leave()
    {
        lock (_lock)
        {
            _running--;
            Admit();
        }
    }

    /// <summary>Applies to new events. Running events above a lower limit continue.</summary>
    /// <param name="reserved">Null for no reserved concurrency.</param>
    public void Change(int? reserved)
    {
        lock (_lock)
        {
            _reserved = reserved;
            Admit();
        }
    }

    private bool HasRoom => _running < (_reserved ?? MaxProcesses);

    private void Admit()
    {
        while (HasRoom && _waiting.TryDequeue(out var next))
        {
            if (next.TrySetResult(_running + 1))
            {
                _running++;
            }
        }
    }
}
