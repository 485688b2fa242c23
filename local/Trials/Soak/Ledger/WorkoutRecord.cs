namespace WorkoutLog.Local.Soak.Ledger;

/// <summary>Everything the clients know about one workout. Several clients write to it concurrently.</summary>
internal sealed class WorkoutRecord(SentWorkout sent)
{
    private const int FirstVersion = 1;

    private readonly Lock _lock = new();
    private readonly Dictionary<int, Content> _seen = new() { [FirstVersion] = sent.Content };
    private readonly HashSet<int> _acknowledged = [];
    private readonly List<(Content Content, int Times)> _uncertain = [];

    public SentWorkout Sent => sent;

    /// <summary>Null until the create is acknowledged.</summary>
    public string? Id { get; private set; }

    /// <summary>A client tried to delete it, with any outcome.</summary>
    public bool IsDeletionTried { get; private set; }

    /// <summary>A client gave up a deletion without knowing its outcome.</summary>
    public bool IsDeletionUncertain { get; private set; }

    /// <summary>A client was told that it no longer exists.</summary>
    public bool IsGone { get; private set; }

    /// <summary>The newest version that a client has seen.</summary>
    public int LatestVersion => Locked(() => _seen.Keys.Max());

    /// <summary>The workout's timestamp at that version.</summary>
    public string LatestTimestamp => Locked(() => _seen[_seen.Keys.Max()].Timestamp);

    /// <summary>Every version that an answer showed, with its content.</summary>
    public ImmutableDictionary<int, Content> Seen => Locked(_seen.ToImmutableDictionary);

    /// <summary>Number of acknowledged edits.</summary>
    public int AcknowledgedEdits => Locked(() => _acknowledged.Count);

    /// <summary>Edits that may have been applied, with the maximum number of times.</summary>
    public ImmutableArray<(Content Content, int Times)> UncertainEdits => Locked(_uncertain.ToImmutableArray);

    /// <returns>The violation, or null.</returns>
    public string? AcknowledgeCreation(string id) => Locked(() =>
    {
        Id ??= id;
        return Id == id ? null : $"The key {sent.Key} returned two workouts, {Id} and {id}.";
    });

    /// <returns>The violation, or null.</returns>
    public string? AcknowledgeEdit(int version, Content content) => Locked(() =>
    {
        _acknowledged.Add(version);
        return See(version, content);
    });

    /// <returns>The violation, or null.</returns>
    public string? Observe(int version, Content content) => Locked(() => See(version, content));

    /// <param name="times">How many attempts may have been applied besides the acknowledged one.</param>
    public void AddUncertainEdit(Content content, int times) => Locked(() =>
    {
        if (times > 0)
        {
            _uncertain.Add((content, times));
        }

        return 0;
    });

    public void TryDeletion() => Locked(() => IsDeletionTried = true);

    public void AddUncertainDeletion() => Locked(() => IsDeletionUncertain = true);

    /// <returns>The violation, or null.</returns>
    public string? AcknowledgeAbsence() => Locked(() =>
    {
        IsGone = true;
        return IsDeletionTried ? null : $"{this} is missing although no client deleted it.";
    });

    public override string ToString() => $"The workout {Id ?? sent.Key} of {sent.UserId} ({sent.Content.Notes})";

    private string? See(int version, Content content) => _seen.TryAdd(version, content) || _seen[version] == content
        ? null
        : $"{this} was returned at version {version} with two contents: {_seen[version]} and {content}.";

    private T Locked<T>(Func<T> action)
    {
        lock (_lock)
        {
            return action();
        }
    }
}
