namespace WorkoutLog.Local.Soak.Ledger;

/// <summary>Every workout that a client sent, and what was wrong already while the clients were at work.</summary>
internal sealed class WorkoutLedger
{
    // Clients turn to the newest workouts, so that they meet there.
    private const int Newest = 24;

    private readonly Lock _lock = new();
    private readonly List<WorkoutRecord> _records = [];
    private readonly Dictionary<string, List<WorkoutRecord>> _acknowledged = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _violations = new();

    public ImmutableArray<WorkoutRecord> Records
    {
        get
        {
            lock (_lock)
            {
                return [.. _records];
            }
        }
    }

    public ImmutableArray<string> Violations => [.. _violations];

    /// <summary>Before it is sent: whatever comes of it, it may be there.</summary>
    public WorkoutRecord Add(SentWorkout sent)
    {
        var record = new WorkoutRecord(sent);
        lock (_lock)
        {
            _records.Add(record);
        }

        return record;
    }

    /// <summary>Nothing came of it: it must not be there.</summary>
    public void Remove(WorkoutRecord record)
    {
        lock (_lock)
        {
            _records.Remove(record);
        }
    }

    /// <summary>The workout that an answer shows; null for one that nobody sent.</summary>
    public WorkoutRecord? Find(string userId, string id, Content content)
    {
        lock (_lock)
        {
            return _acknowledged.GetValueOrDefault(userId)?.Find(record => record.Id == id) ?? _records.Find(record => record.Sent.Content == content);
        }
    }

    /// <summary>From now on, every client knows of it.</summary>
    public void Acknowledge(WorkoutRecord record, string id)
    {
        lock (_lock)
        {
            bool isKnown = record.Id is not null;
            Report(record.AcknowledgeCreation(id));
            if (isKnown)
            {
                return;
            }

            if (!_acknowledged.TryGetValue(record.Sent.UserId, out var known))
            {
                _acknowledged[record.Sent.UserId] = known = [];
            }

            known.Add(record);
        }
    }

    /// <summary>One of the user's newest workouts; null when it drew none.</summary>
    /// <param name="alsoGone">Whether one that is deleted will do.</param>
    public WorkoutRecord? Pick(string userId, Random random, bool alsoGone)
    {
        lock (_lock)
        {
            if (!_acknowledged.TryGetValue(userId, out var known))
            {
                return null;
            }

            var picked = known[^(random.Next(Math.Min(Newest, known.Count)) + 1)];
            return picked.IsGone && !alsoGone ? null : picked;
        }
    }

    /// <param name="violation">Null for none.</param>
    public void Report(string? violation)
    {
        if (violation is not null)
        {
            _violations.Enqueue(violation);
        }
    }
}
