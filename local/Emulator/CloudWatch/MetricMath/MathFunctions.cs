using System.Collections.Immutable;

namespace WorkoutLog.Local.CloudWatch.MetricMath;

internal static class MathFunctions
{
    /// <param name="no">Null leaves the period out where the condition is false.</param>
    public static MathValue If(MathValue condition, MathValue yes, MathValue? no, int periods)
    {
        if (condition is MathValue.Scalar scalar)
        {
            return scalar.Value != 0 ? yes : no ?? new MathValue.Series([.. Enumerable.Repeat<double?>(null, periods)]);
        }

        var conditions = condition.Spread(periods);
        var (whenTrue, whenFalse) = (yes.Spread(periods), no?.Spread(periods));
        return new MathValue.Series([.. conditions.Select((value, place) => value switch
        {
            null => null,
            0 => whenFalse?[place],
            _ => whenTrue[place],
        })]);
    }

    /// <param name="filling">A number, or a series that has the missing values.</param>
    public static MathValue Fill(MathValue values, MathValue filling, int periods)
    {
        var fillings = filling.Spread(periods);
        return values.Map(series => [.. series.Select((value, place) => value ?? fillings[place])]);
    }

    /// <summary>Fills with the value before the gap; what lies before the first value stays missing.</summary>
    public static ImmutableArray<double?> Repeat(ImmutableArray<double?> values)
    {
        double? last = null;
        return [.. values.Select(value => last = value ?? last)];
    }

    /// <summary>Fills with the straight line between the values around the gap; what lies outside of all values stays missing.</summary>
    public static ImmutableArray<double?> Interpolate(ImmutableArray<double?> values)
    {
        var known = Enumerable.Range(0, values.Length).Where(place => values[place] is not null).ToArray();
        return [.. values.Select((value, place) =>
        {
            var before = Array.FindLast(known, other => other <= place);
            var after = Array.FindIndex(known, other => other >= place);
            if (value is not null || after < 0 || values[before] is not { } low)
            {
                return value;
            }

            var high = values[known[after]]!.Value;
            return low + ((high - low) * (place - before) / (known[after] - before));
        })];
    }

    /// <summary>Of an array: period by period, over those that have a value. Of one series: one number.</summary>
    public static MathValue Aggregate(MathValue value, int periods, Func<IEnumerable<double>, double> of)
    {
        switch (value)
        {
            case MathValue.Scalar scalar:
                return scalar;
            case MathValue.Series series:
                var all = series.Values.OfType<double>().ToArray();
                // Without any value there is no number to compute with.
                return all.Length == 0 ? new MathValue.Series([.. Enumerable.Repeat<double?>(null, periods)]) : new MathValue.Scalar(of(all));
            default:
                var items = ((MathValue.SeriesList)value).Items;
                return new MathValue.Series([.. Enumerable.Range(0, periods).Select(place =>
                    items.Select(item => item.Values[place]).OfType<double>().ToArray() is { Length: > 0 } values ? of(values) : (double?)null)]);
        }
    }
}
