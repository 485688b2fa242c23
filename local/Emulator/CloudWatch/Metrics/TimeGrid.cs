using System.Collections.Immutable;

namespace WorkoutLog.Local.CloudWatch.Metrics;

/// <summary>Periods that follow each other without a gap.</summary>
/// <param name="Start">Of the first period, in metric time, on a full minute.</param>
/// <param name="Period">A whole number of minutes.</param>
public sealed record TimeGrid(DateTimeOffset Start, TimeSpan Period, int Count)
{
    /// <summary>The last periods that end at a time: an alarm's window slides with it.</summary>
    public static TimeGrid EndingAt(DateTimeOffset end, TimeSpan period, int count) => new(end - (period * count), period, count);

    /// <summary>All periods of a range up to now, the one that runs included; like CloudWatch's graphs they start on full periods of the day.</summary>
    public static TimeGrid Over(TimeSpan range, TimeSpan period, DateTimeOffset now)
    {
        var first = MetricClock.Floor(now - range, period);
        return new TimeGrid(first, period, (int)((MetricClock.Floor(now, period) - first) / period) + 1);
    }

    public DateTimeOffset TimeOf(int place) => Start + (Period * place);

    /// <summary>The values with their times; a missing one has no point.</summary>
    public ImmutableArray<MetricPoint> Points(ReadOnlySpan<double?> values)
    {
        var points = ImmutableArray.CreateBuilder<MetricPoint>();
        for (var place = 0; place < values.Length; place++)
        {
            if (values[place] is { } value)
            {
                points.Add(new MetricPoint(TimeOf(place), value));
            }
        }

        return points.ToImmutable();
    }
}
