namespace WorkoutLog.Local.CloudWatch;

/// <summary>Identifies one metric. CloudWatch finds it only by exactly the dimensions with which it was emitted, in any order.</summary>
public sealed record MetricId
{
    private readonly int _hash;

    /// <param name="dimensions">Unique names.</param>
    public MetricId(string space, string name, IEnumerable<KeyValuePair<string, string>> dimensions)
    {
        Namespace = space;
        Name = name;
        Dimensions = [.. dimensions.OrderBy(dimension => dimension.Key, StringComparer.Ordinal)];
        _hash = ToString().GetHashCode(StringComparison.Ordinal);
    }

    public MetricId(string space, string name, params (string Name, string Value)[] dimensions)
        : this(space, name, dimensions.Select(dimension => KeyValuePair.Create(dimension.Name, dimension.Value)))
    {
    }

    public string Namespace { get; }

    public string Name { get; }

    /// <summary>In the order of their names.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Dimensions { get; }

    public bool Equals(MetricId? other) =>
        other is not null && _hash == other._hash && Namespace == other.Namespace && Name == other.Name && Dimensions.SequenceEqual(other.Dimensions);

    public override int GetHashCode() => _hash;

    /// <summary><c>AWS/Lambda Errors {FunctionName=…}</c>.</summary>
    public override string ToString() => $"{Namespace} {Name} {{{string.Join(", ", Dimensions.Select(dimension => $"{dimension.Key}={dimension.Value}"))}}}";
}

/// <summary>The metrics of a run, per minute, for one day. Thread-safe.</summary>
public sealed class MetricStore
{
    // In metric time.
    private static readonly TimeSpan _retention = TimeSpan.FromDays(1);

    // Far above what a stack emits: only a function that puts caller input into dimensions reaches it.
    private const int MaxMetrics = 10_000;

    private readonly ConcurrentDictionary<MetricId, History> _histories = new();

    public ImmutableArray<MetricId> Ids => [.. _histories.Keys];

    /// <param name="time">Metric time.</param>
    public void Add(MetricId metric, DateTimeOffset time, double value, double count = 1) => Change(metric, time, values => values.Add(value, count));

    /// <summary>Adds values known only by their statistics.</summary>
    public void AddStatistics(MetricId metric, DateTimeOffset time, double sum, double minimum, double maximum, double count) =>
        Change(metric, time, values => values.AddStatistics(sum, minimum, maximum, count));

    /// <returns>One value per period of the grid; null where nothing was emitted.</returns>
    public double?[] Read(MetricId metric, Statistic statistic, TimeGrid grid)
    {
        var history = _histories.GetValueOrDefault(metric);
        return [.. Enumerable.Range(0, grid.Count).Select(place => history?.Read(grid.TimeOf(place), grid.Period, statistic))];
    }

    private void Change(MetricId metric, DateTimeOffset time, Action<ValueSet> change)
    {
        if (_histories.Count < MaxMetrics || _histories.ContainsKey(metric))
        {
            _histories.GetOrAdd(metric, _ => new History()).Change(time, change);
        }
    }

    // One metric, per minute.
    private sealed class History
    {
        private readonly Lock _access = new();
        private readonly Dictionary<long, ValueSet> _minutes = [];

        public void Change(DateTimeOffset time, Action<ValueSet> change)
        {
            var minute = MinuteOf(time);
            lock (_access)
            {
                if (!_minutes.TryGetValue(minute, out var values))
                {
                    Forget(minute - (long)_retention.TotalMinutes);
                    _minutes[minute] = values = new ValueSet();
                }

                change(values);
            }
        }

        /// <returns>Null if nothing was emitted in the period.</returns>
        public double? Read(DateTimeOffset start, TimeSpan period, Statistic statistic)
        {
            var (first, all) = (MinuteOf(start), new ValueSet());
            lock (_access)
            {
                if (period.Ticks == TimeSpan.TicksPerMinute)
                {
                    return _minutes.TryGetValue(first, out var single) ? statistic.Of(single) : null;
                }

                for (var minute = first; minute < first + (long)period.TotalMinutes; minute++)
                {
                    if (_minutes.TryGetValue(minute, out var values))
                    {
                        all.Add(values);
                    }
                }
            }

            return all.Count == 0 ? null : statistic.Of(all);
        }

        private void Forget(long before)
        {
            foreach (var minute in _minutes.Keys.Where(minute => minute < before).ToArray())
            {
                _minutes.Remove(minute);
            }
        }

        private static long MinuteOf(DateTimeOffset time) => time.UtcTicks / TimeSpan.TicksPerMinute;
    }
}
