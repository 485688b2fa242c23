namespace WorkoutLog.Local.Soak;

/// <summary>Counts the clients' operations and answers.</summary>
internal sealed class SoakTally
{
    private readonly ConcurrentDictionary<int, long> _answers = new();
    private readonly List<double> _milliseconds = [];
    private readonly PriorityQueue<TaskCompletionSource, long> _waiting = new();
    private long _operations;
    private long _retries;
    private long _lostAnswers;
    private long _abandoned;

    public long Operations => Interlocked.Read(ref _operations);

    /// <summary>Attempts after the first, over all requests.</summary>
    public long Retries => Interlocked.Read(ref _retries);

    /// <summary>Requests whose answer did not reach the client.</summary>
    public long LostAnswers => Interlocked.Read(ref _lostAnswers);

    /// <summary>Operations that a client abandoned without knowing their outcome.</summary>
    public long Abandoned => Interlocked.Read(ref _abandoned);

    /// <summary>Status to its count, ordered by status.</summary>
    public ImmutableSortedDictionary<int, long> Answers => _answers.ToImmutableSortedDictionary();

    public void CountOperation()
    {
        var count = Interlocked.Increment(ref _operations);
        lock (_waiting)
        {
            while (_waiting.TryPeek(out _, out var awaited) && awaited <= count)
            {
                _waiting.Dequeue().SetResult();
            }
        }
    }

    /// <summary>Completes when that many operations are done.</summary>
    public Task ReachAsync(long operations)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_waiting)
        {
            if (Operations >= operations)
            {
                return Task.CompletedTask;
            }

            _waiting.Enqueue(reached, operations);
        }

        return reached.Task;
    }

    public void CountRetry() => Interlocked.Increment(ref _retries);

    public void CountLostAnswer() => Interlocked.Increment(ref _lostAnswers);

    public void CountAbandoned() => Interlocked.Increment(ref _abandoned);

    /// <param name="time">Until the answer arrived.</param>
    public void CountAnswer(int status, TimeSpan time)
    {
        _answers.AddOrUpdate(status, 1, (_, count) => count + 1);
        if (status != (int)HttpStatusCode.TooManyRequests)
        {
            lock (_milliseconds)
            {
                _milliseconds.Add(time.TotalMilliseconds);
            }
        }
    }

    /// <summary>Latency of the answers since the last call, without throttled ones.</summary>
    public AnswerTimes TakeTimes()
    {
        lock (_milliseconds)
        {
            var times = AnswerTimes.Of(_milliseconds);
            _milliseconds.Clear();
            return times;
        }
    }
}

/// <param name="Median">Milliseconds.</param>
/// <param name="P99">Milliseconds.</param>
internal sealed record AnswerTimes(double Median, double P99)
{
    public static AnswerTimes Of(IEnumerable<double> milliseconds)
    {
        var sorted = milliseconds.Order().ToArray();
        return new(At(0.5), At(0.99));

        double At(double share) => sorted.Length == 0 ? 0 : sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
    }
}
