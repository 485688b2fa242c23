namespace WorkoutLog.Local.Soak.Ledger;

/// <summary>Every workout that a client sent, and the violations seen while the clients run.</summary>
internal sealed class WorkoutLedger
{
    // Clients pick from the newest workouts, so that their writes collide.
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

    /// <summary>Call before sending: from then on the workout may be stored.</summary>
    public WorkoutRecord Add(SentWorkout sent)
    {
        var record = new WorkoutRecord(sent);
        lock (_lock)
        {
            _records.Add(record);
        }

        return record;
    }

    /// <summary>The workout was not created: it must not be stored.</summary>
    public void Remove(WorkoutRecord record)
    {
        lock (_lock)
        {
            _records.Remove(record);
        }
    }

    /// <summary>The workout that an answer shows; null if no client sent it.</summary>
    public WorkoutRecord? Find(string userId, string id, Content content)
    {
        lock (_lock)
        {
            return _acknowledged.GetValueOrDefault(userId)?.Find(record => record.Id == id) ?? _records.Find(record => record.Sent.Content == content);
        }
    }

    /// <summary>Makes the workout available to every client.</summary>
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

    /// <summary>A random one of the user's newest workouts; null when there is none, or a deleted one was drawn.</summary>
    /// <param name="alsoGone">Whether a deleted workout may be returned.</param>
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
