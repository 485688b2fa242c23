namespace WorkoutLog.Local.Soak.Ledger;

/// <summary>All that the clients know of one workout. Several clients write to it at the same time.</summary>
internal sealed class WorkoutRecord(SentWorkout sent)
{
    private const int FirstVersion = 1;

    private readonly Lock _lock = new();
    private readonly Dictionary<int, Content> _seen = new() { [FirstVersion] = sent.Content };
    private readonly HashSet<int> _acknowledged = [];
    private readonly List<(Content Content, int Times)> _uncertain = [];

    public SentWorkout Sent => sent;

    /// <summary>Null as long as nobody was told that the workout is logged.</summary>
    public string? Id { get; private set; }

    /// <summary>Somebody asked for the deletion; what came of it is another matter.</summary>
    public bool IsDeletionTried { get; private set; }

    /// <summary>A client gave up a deletion without knowing what came of it.</summary>
    public bool IsDeletionUncertain { get; private set; }

    /// <summary>Somebody was told that it is not there any more.</summary>
    public bool IsGone { get; private set; }

    /// <summary>The newest version that anybody was told of.</summary>
    public int LatestVersion => Locked(() => _seen.Keys.Max());

    /// <summary>Where the workout lay at that version.</summary>
    public string LatestTimestamp => Locked(() => _seen[_seen.Keys.Max()].Timestamp);

    /// <summary>Versions that answers told of, and what the workout held.</summary>
    public ImmutableDictionary<int, Content> Seen => Locked(_seen.ToImmutableDictionary);

    /// <summary>Edits that their clients know to be carried out.</summary>
    public int AcknowledgedEdits => Locked(() => _acknowledged.Count);

    /// <summary>Edits that may have been carried out, and up to how many times each.</summary>
    public ImmutableArray<(Content Content, int Times)> UncertainEdits => Locked(_uncertain.ToImmutableArray);

    /// <returns>What is wrong, or null.</returns>
    public string? AcknowledgeCreation(string id) => Locked(() =>
    {
        Id ??= id;
        return Id == id ? null : $"The key {sent.Key} was answered with two workouts, {Id} and {id}.";
    });

    /// <returns>What is wrong, or null.</returns>
    public string? AcknowledgeEdit(int version, Content content) => Locked(() =>
    {
        _acknowledged.Add(version);
        return See(version, content);
    });

    /// <returns>What is wrong, or null.</returns>
    public string? Observe(int version, Content content) => Locked(() => See(version, content));

    /// <param name="times">How many tries of it may have been carried out beside the one that is known.</param>
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

    /// <returns>What is wrong, or null.</returns>
    public string? AcknowledgeAbsence() => Locked(() =>
    {
        IsGone = true;
        return IsDeletionTried ? null : $"{this} is not there, though nobody deleted it.";
    });

    public override string ToString() => $"The workout {Id ?? sent.Key} of {sent.UserId} ({sent.Content.Notes})";

    private string? See(int version, Content content) => _seen.TryAdd(version, content) || _seen[version] == content
        ? null
        : $"{this} was shown at version {version} with two contents: {_seen[version]} and {content}.";

    private T Locked<T>(Func<T> action)
    {
        lock (_lock)
        {
            return action();
        }
    }
}
