namespace Pulumi;

/// <summary>The work that a run has started and nobody awaits.</summary>
internal sealed class PendingTasks
{
    private readonly Lock _gate = new();
    private readonly List<Exception> _failures = [];
    private TaskCompletionSource _changed = NewSignal();
    private int _running;

    public void Add(Task task)
    {
        if (task.IsCompletedSuccessfully)
        {
            return;
        }

        lock (_gate)
        {
            _running++;
        }

        task.ContinueWith(Finish, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Waits until nothing is running or something has failed; each failure is told once, however many tasks carry it.</summary>
    public async Task<IReadOnlyList<Exception>> WaitAsync()
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                if (_failures.Count > 0 || _running == 0)
                {
                    return [.. _failures.Distinct()];
                }

                changed = _changed.Task;
            }

            await changed.ConfigureAwait(false);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Finish(Task task)
    {
        TaskCompletionSource? signal = null;
        lock (_gate)
        {
            _running--;
            _failures.AddRange(task.Exception?.InnerExceptions ?? []);
            if (_running == 0 || _failures.Count > 0)
            {
                (signal, _changed) = (_changed, NewSignal());
            }
        }

        signal?.SetResult();
    }
}
