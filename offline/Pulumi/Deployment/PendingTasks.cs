namespace Pulumi;

/// <summary>A run's started work that nothing awaits.</summary>
internal sealed class PendingTasks
{
    private readonly Lock _gate = new();
    private readonly List<Exception> _failures = [];
    private readonly TaskCompletionSource<IReadOnlyList<Exception>> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isAwaited;
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

    /// <summary>
    /// Waits until nothing is running, or for the first failure; existing failures count as the first.
    /// Each is reported once, however many tasks carry it.
    /// </summary>
    public Task<IReadOnlyList<Exception>> WaitAsync()
    {
        lock (_gate)
        {
            _isAwaited = true;
            EndIfDue();
        }

        return _end.Task;
    }

    private void Finish(Task task)
    {
        lock (_gate)
        {
            _running--;
            _failures.AddRange(task.Exception?.InnerExceptions ?? []);
            EndIfDue();
        }
    }

    private void EndIfDue()
    {
        if (_isAwaited && (_running == 0 || _failures.Count > 0))
        {
            _end.TrySetResult([.. _failures.Distinct()]);
        }
    }
}
