using System.Collections.Immutable;

namespace WorkoutLog.Local.CloudWatch.MetricMath;

/// <summary>What an expression comes to.</summary>
internal abstract record MathValue
{
    private MathValue()
    {
    }

    public sealed record Scalar(double Value) : MathValue;

    /// <summary>A value a period; null where data is missing.</summary>
    public sealed record Series(ImmutableArray<double?> Values) : MathValue;

    public sealed record SeriesList(ImmutableArray<Series> Items) : MathValue;

    public sealed record Text(string Value) : MathValue;

    /// <summary>As a series: a single number stands in each period.</summary>
    /// <exception cref="UserErrorException">It is none.</exception>
    public ImmutableArray<double?> Spread(int periods) => this switch
    {
        Scalar scalar => [.. Enumerable.Repeat<double?>(scalar.Value, periods)],
        Series series => series.Values,
        _ => throw new UserErrorException("An array or a text stands where metric math wants a time series or a number."),
    };

    /// <summary>Combines two values period by period. CloudWatch leaves out a period in which either has none, or whose result is no number.</summary>
    public static MathValue Combine(MathValue left, MathValue right, Func<double, double, double> operation)
    {
        switch (left, right)
        {
            case (Scalar one, Scalar other):
                return new Scalar(operation(one.Value, other.Value));
            case (SeriesList list, _):
                return new SeriesList([.. list.Items.Select(item => (Series)Combine(item, right, operation))]);
            case (_, SeriesList list):
                return new SeriesList([.. list.Items.Select(item => (Series)Combine(left, item, operation))]);
        }

        var periods = (left as Series ?? right as Series)?.Values.Length ?? 0;
        return new Series([.. left.Spread(periods).Zip(right.Spread(periods), (one, other) =>
            one is { } a && other is { } b && operation(a, b) is var result && double.IsFinite(result) ? result : (double?)null)]);
    }

    public MathValue Map(Func<ImmutableArray<double?>, ImmutableArray<double?>> change) => this switch
    {
        Series series => new Series(change(series.Values)),
        SeriesList list => new SeriesList([.. list.Items.Select(item => new Series(change(item.Values)))]),
        _ => this,
    };
}
