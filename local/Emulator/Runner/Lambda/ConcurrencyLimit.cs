namespace WorkoutLog.Local.Runner;

/// <summary>How many events a function takes at a time, in all of its versions together.</summary>
internal sealed class ConcurrencyLimit(int? reserved)
{
    // Without a declared limit this one only protects the machine: further events wait.
    private const int MaxProcesses = 10;

    private readonly Lock _lock = new();
    private readonly Queue<TaskCompletionSource<int>> _waiting = new();
    private int? _reserved = reserved;
    private int _running;

    /// <summary>Waits for room, unless concurrency is reserved: then what is above it is refused at once.</summary>
    /// <returns>How many events are under way now, this one included; null for a refused one.</returns>
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

        // Whoever leaves passes over a turn that is cancelled.
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

    /// <summary>From now on. What is under way above a lower limit goes on.</summary>
    /// <param name="reserved">Null for none.</param>
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
