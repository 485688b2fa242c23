namespace WorkoutLog.Local.Runner.Pipes;

/// <summary>
/// Runs one pipe: reads the stream, filters and transforms its records, and publishes them in order. A failed batch is retried,
/// in halves if the pipe bisects; a dropped batch leaves a dead letter.
/// </summary>
internal sealed class EventPipe : IAsyncDisposable
{
    // EventBridge reads a shard four times per second.
    private static readonly TimeSpan _pollPeriod = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan _firstRetry = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan _longestRetry = TimeSpan.FromMilliseconds(250);

    private readonly CancellationTokenSource _stop = new();
    private readonly PipeHost _host;
    private readonly TableStream _stream;
    private readonly Task _running;
    private volatile PipeDeclaration _declared;
    private volatile string? _fault;
    private long _emptyReads;

    public EventPipe(PipeDeclaration declared, PipeHost host)
    {
        (_declared, _host) = (declared, host);
        _stream = new TableStream(host.DynamoDb.Endpoint, host.DynamoDb.Authorization, declared.Table, declared.StartingPosition, May);
        _running = RunAsync();
    }

    /// <summary>Applies from the next batch on.</summary>
    public void Use(PipeDeclaration declared) => _declared = declared;

    /// <summary>Waits until all changes written so far are published or dropped.</summary>
    public async Task SettleAsync(CancellationToken cancellation)
    {
        // The first empty read may have started before.
        for (var seen = Interlocked.Read(ref _emptyReads); Interlocked.Read(ref _emptyReads) < seen + 2 && !_running.IsCompleted;)
        {
            await Task.Delay(_pollPeriod / 5, _host.Clock, cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stream.Dispose();
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            while (true)
            {
                if (!await ReadAsync())
                {
                    Interlocked.Increment(ref _emptyReads);
                    await Task.Delay(_pollPeriod, _host.Clock, _stop.Token);
                }
            }
        }
        catch (Exception failure) when (!_stop.IsCancellationRequested)
        {
            _host.Say($"The pipe '{_declared.Name}' stopped: {failure}");
        }
    }

    // False if there was nothing to read.
    private async Task<bool> ReadAsync()
    {
        try
        {
            var pipe = _declared;
            var (shard, records) = await _stream.ReadAsync(pipe.StreamArn, _stop.Token);
            Report(null);
            foreach (var batch in records.Where(pipe.Takes).Chunk(pipe.BatchSize))
            {
                await PublishAsync(new RecordBatch(shard, [.. batch]), attempts: 0);
            }

            return !records.IsEmpty;
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or HttpRequestException && !_stop.IsCancellationRequested)
        {
            Report(failure.Message);
            return false;
        }
    }

    private async Task PublishAsync(RecordBatch batch, int attempts)
    {
        for (; ; attempts++)
        {
            var pipe = _declared;
            if (pipe.RecordAge is { } age && batch.FirstTime + age < _host.Clock.GetUtcNow())
            {
                GiveUp(pipe, batch, "MaximumRecordAgeExceeded", attempts);
                return;
            }

            if (await TryAsync(pipe, batch) is not { } fault)
            {
                return;
            }

            if (attempts == pipe.RetryAttempts)
            {
                _host.Say($"The pipe '{pipe.Name}' gives up {batch.Records.Length} changes after {attempts + 1} attempts: {fault}.");
                GiveUp(pipe, batch, "RetryAttemptsExhausted", attempts);
                return;
            }

            await Task.Delay(Backoff(attempts), _host.Clock, _stop.Token);
            if (pipe.Bisects && batch.Records.Length > 1)
            {
                foreach (var half in batch.Halves)
                {
                    await PublishAsync(half, attempts + 1);
                }

                return;
            }
        }
    }

    // The error; null for success.
    private async Task<string?> TryAsync(PipeDeclaration pipe, RecordBatch batch)
    {
        var (time, start) = (_host.Clock.GetUtcNow(), _host.Clock.GetTimestamp());
        var fault = await FaultAsync(pipe, batch, time);
        _host.Events.Publish(new PipeExecuted(time, pipe.PipeName, batch.Records.Length, fault is null, _host.Clock.GetElapsedTime(start)));
        return fault;
    }

    private async Task<string?> FaultAsync(PipeDeclaration pipe, RecordBatch batch, DateTimeOffset time)
    {
        const string Action = "events:PutEvents";
        if (!May(Action, pipe.BusArn))
        {
            return $"its role does not allow {Action} on {pipe.BusArn}";
        }

        try
        {
            ImmutableArray<JsonObject> events = batch.Events(pipe, time);
            var kind = await _host.Faults.NextOfAsync(Action, pipe.Name, _stop.Token);
            if (kind is null or FaultKind.ResetAfterCommit)
            {
                _host.Board.Publish(time, pipe.Name, events);
            }

            return kind is null ? null : FaultKinds.NameOf(kind.Value);
        }
        catch (MissingPathException missing)
        {
            return missing.Message;
        }
    }

    private void GiveUp(PipeDeclaration pipe, RecordBatch batch, string condition, int attempts)
    {
        var letter = batch.DeadLetter(pipe, condition, attempts + 1, _host.Clock.GetUtcNow());
        if (pipe.DeadLetters is { } queue && May("sqs:SendMessage", queue.Arn))
        {
            _host.Board.Send(_host.Clock.GetUtcNow(), pipe.Name, queue.Name, letter);
        }
        else
        {
            _host.Say($"The pipe '{pipe.Name}' loses {batch.Records.Length} changes: it has no dead-letter queue, or may not write to it.");
        }
    }

    private bool May(string action, string resource)
    {
        var pipe = _declared;
        var isAllowed = pipe.Role.Decide(action, resource) == Iam.Policies.Decision.Allow;
        _host.Calls.Add(new CallRecord(pipe.Name, action, resource, isAllowed));
        return isAllowed;
    }

    // Reports a persistent error only once.
    private void Report(string? fault)
    {
        if (fault is not null && fault != _fault)
        {
            _host.Say($"The pipe '{_declared.Name}' can't read the stream: {fault}.");
        }

        _fault = fault;
    }

    private static TimeSpan Backoff(int attempts) => _firstRetry * Math.Min(_longestRetry / _firstRetry, Math.Pow(2, attempts));
}
