namespace WorkoutLog.Local.CloudWatch.Metrics;

/// <summary>One metric, minute by minute.</summary>
internal sealed class MetricHistory
{
    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1);
    private readonly Lock _access = new();
    private readonly SortedDictionary<long, ValueSet> _minutes = [];

    public void Change(DateTimeOffset time, Action<ValueSet> change)
    {
        var minute = MinuteOf(time);
        lock (_access)
        {
            if (!_minutes.TryGetValue(minute, out var values))
            {
                Forget(minute - (long)(MetricStore.Retention / _minute));
                _minutes[minute] = values = new ValueSet();
            }

            change(values);
        }
    }

    /// <returns>Null when nothing was emitted in the period.</returns>
    public double? Read(DateTimeOffset start, TimeSpan period, Statistic statistic)
    {
        var first = MinuteOf(start);
        var end = first + (long)(period / _minute);
        lock (_access)
        {
            if (end - first == 1)
            {
                return _minutes.TryGetValue(first, out var single) ? statistic.Of(single) : null;
            }

            var all = new ValueSet();
            for (var minute = first; minute < end; minute++)
            {
                if (_minutes.TryGetValue(minute, out var values))
                {
                    all.Add(values);
                }
            }

            return all.Count == 0 ? null : statistic.Of(all);
        }
    }

    private void Forget(long before)
    {
        while (_minutes.Count > 0 && _minutes.First().Key is var oldest && oldest < before)
        {
            _minutes.Remove(oldest);
        }
    }

    private static long MinuteOf(DateTimeOffset time) => time.UtcTicks / _minute.Ticks;
}
