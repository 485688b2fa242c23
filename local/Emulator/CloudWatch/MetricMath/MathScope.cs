namespace WorkoutLog.Local.CloudWatch;

/// <summary>The values that expressions are evaluated over, and the functions that they may call.</summary>
/// <param name="resolve">Returns the values of a metric or expression by id; null for an unknown id.</param>
/// <param name="metrics">Ids of the request's metrics, without its expressions.</param>
/// <param name="periods">Number of values in a series.</param>
internal sealed class MathScope(Func<string, MathValue?> resolve, IEnumerable<string> metrics, int periods)
{
    public MathValue Resolve(string id) => resolve(id) ?? throw new UserErrorException($"No metric or expression of the request has the id '{id}'.");

    public ImmutableArray<double?> Spread(MathExpression expression) => expression.Evaluate(this).Spread(periods);

    public MathValue Call(string function, ImmutableArray<MathExpression> arguments) => (function, arguments) switch
    {
        ("METRICS", []) => Metrics(_ => true),
        ("METRICS", [{ Text: { } part }]) => Metrics(id => id.Contains(part, StringComparison.Ordinal)),
        ("IF", [var condition, var yes]) => If(condition.Evaluate(this), yes.Evaluate(this), null),
        ("IF", [var condition, var yes, var no]) => If(condition.Evaluate(this), yes.Evaluate(this), no.Evaluate(this)),
        ("FILL", [var series, { Name: "REPEAT" }]) => series.Evaluate(this).Map(Repeat),
        ("FILL", [var series, { Name: "LINEAR" }]) => series.Evaluate(this).Map(Interpolate),
        ("FILL", [var series, var filling]) => Fill(series.Evaluate(this), Spread(filling)),
        ("SUM", [var values]) => Aggregate(values.Evaluate(this), Enumerable.Sum),
        ("MAX", [var values]) => Aggregate(values.Evaluate(this), Enumerable.Max),
        ("MIN", [var values]) => Aggregate(values.Evaluate(this), Enumerable.Min),
        ("AVG", [var values]) => Aggregate(values.Evaluate(this), Enumerable.Average),
        _ => throw new UserErrorException($"A local run does not support the metric math function {function} with {arguments.Length} arguments."),
    };

    private MathValue.SeriesList Metrics(Func<string, bool> isMeant) =>
        new([.. metrics.Where(isMeant).Select(id => new MathValue.Series(Resolve(id).Spread(periods)))]);

    // Without a third argument, a period in which the condition is false has no value.
    private MathValue If(MathValue condition, MathValue yes, MathValue? no)
    {
        if (condition is MathValue.Scalar scalar)
        {
            return scalar.Value != 0 ? yes : no ?? Nothing();
        }

        var (whenTrue, whenFalse) = (yes.Spread(periods), no?.Spread(periods));
        return new MathValue.Series([.. condition.Spread(periods).Select((value, place) => value switch
        {
            null => null,
            0 => whenFalse?[place],
            _ => whenTrue[place],
        })]);
    }

    private static MathValue Fill(MathValue values, ImmutableArray<double?> fillings) =>
        values.Map(series => [.. series.Select((value, place) => value ?? fillings[place])]);

    // Fills gaps with the previous value; periods before the first value stay missing.
    private static ImmutableArray<double?> Repeat(ImmutableArray<double?> values)
    {
        double? last = null;
        return [.. values.Select(value => last = value ?? last)];
    }

    // Interpolates linearly between the values around a gap; periods before the first and after the last value stay missing.
    private static ImmutableArray<double?> Interpolate(ImmutableArray<double?> values)
    {
        var known = Enumerable.Range(0, values.Length).Where(place => values[place] is not null).ToArray();
        return [.. values.Select((value, place) =>
        {
            var before = Array.FindLast(known, other => other <= place);
            var after = Array.FindIndex(known, other => other >= place);
            return value is not null || after < 0 || values[before] is not { } low
                ? value
                : low + ((values[known[after]]!.Value - low) * (place - before) / (known[after] - before));
        })];
    }

    // An array: per period, over the series that have a value. A single series: one number.
    private MathValue Aggregate(MathValue value, Func<IEnumerable<double>, double> of) => value switch
    {
        MathValue.Scalar scalar => scalar,
        MathValue.Series series => OfKnown(series.Values, of) is { } number ? new MathValue.Scalar(number) : Nothing(),
        var list => new MathValue.Series(
            [.. Enumerable.Range(0, periods).Select(place => OfKnown(((MathValue.SeriesList)list).Items.Select(item => item.Values[place]), of))]),
    };

    // Without any value the result is missing.
    private static double? OfKnown(IEnumerable<double?> values, Func<IEnumerable<double>, double> of) =>
        values.OfType<double>().ToArray() is { Length: > 0 } known ? of(known) : null;

    private MathValue.Series Nothing() => new([.. Enumerable.Repeat<double?>(null, periods)]);
}

internal abstract record MathValue
{
    public sealed record Scalar(double Value) : MathValue;

    /// <summary>One value per period; null where data is missing.</summary>
    public sealed record Series(ImmutableArray<double?> Values) : MathValue;

    public sealed record SeriesList(ImmutableArray<Series> Items) : MathValue;

    public sealed record Text(string Value) : MathValue;

    /// <summary>As a series; a single number is repeated in each period.</summary>
    public ImmutableArray<double?> Spread(int periods) => this switch
    {
        Scalar scalar => [.. Enumerable.Repeat<double?>(scalar.Value, periods)],
        Series series => series.Values,
        _ => throw new UserErrorException("Metric math needs a time series or a number here; got an array or a string."),
    };

    /// <summary>Combines two values per period. Like CloudWatch, it omits a period in which either has no value or the result is not a number.</summary>
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
