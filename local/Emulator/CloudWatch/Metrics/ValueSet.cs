using System.Runtime.InteropServices;

namespace WorkoutLog.Local.CloudWatch;

/// <summary>The values measured in a period, each with its count.</summary>
public sealed class ValueSet
{
    // Beyond this many distinct values, values are rounded to three digits: a percentile is then off by at most half a percent.
    private const int MaxExactValues = 500;
    private const int Digits = 3;

    private Dictionary<double, double> _counts = [];
    private bool _isRounded;

    public double Count { get; private set; }

    public double Sum { get; private set; }

    public double Minimum { get; private set; } = double.PositiveInfinity;

    public double Maximum { get; private set; } = double.NegativeInfinity;

    /// <param name="count">Above 0.</param>
    public void Add(double value, double count = 1)
    {
        Note(value * count, value, value, count);
        AddCount(value, count);
    }

    /// <summary>Adds values known only by their statistics; as in CloudWatch, they then have no percentiles.</summary>
    public void AddStatistics(double sum, double minimum, double maximum, double count) => Note(sum, minimum, maximum, count);

    public void Add(ValueSet other)
    {
        Note(other.Sum, other.Minimum, other.Maximum, other.Count);
        foreach (var (value, count) in other._counts)
        {
            AddCount(value, count);
        }
    }

    /// <summary>The value that the given fraction of the values does not exceed.</summary>
    /// <param name="share">Above 0, at most 1.</param>
    /// <returns>Null if individual values are not known.</returns>
    public double? Percentile(double share)
    {
        // Fractions such as 0.07 have no exact binary form: tolerate the rounding error.
        var missing = (share * _counts.Values.Sum()) - 1e-9;
        double? last = null;
        foreach (var (value, count) in _counts.OrderBy(entry => entry.Key).TakeWhile(_ => missing > 0))
        {
            last = value;
            missing -= count;
        }

        return last;
    }

    private void Note(double sum, double minimum, double maximum, double count)
    {
        Sum += sum;
        Count += count;
        Minimum = Math.Min(Minimum, minimum);
        Maximum = Math.Max(Maximum, maximum);
    }

    private void AddCount(double value, double count)
    {
        CollectionsMarshal.GetValueRefOrAddDefault(_counts, _isRounded ? Round(value) : value, out _) += count;
        if (!_isRounded && _counts.Count > MaxExactValues)
        {
            _isRounded = true;
            _counts = _counts.GroupBy(entry => Round(entry.Key)).ToDictionary(group => group.Key, group => group.Sum(entry => entry.Value));
        }
    }

    private static double Round(double value)
    {
        var step = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - Digits + 1);
        return value == 0 ? 0 : Math.Round(value / step) * step;
    }
}

/// <summary>A statistic by CloudWatch's name, such as <c>Sum</c> or <c>p99</c>.</summary>
/// <param name="Of">Computes it over at least one value; null if it is not known.</param>
public sealed record Statistic(string Name, Func<ValueSet, double?> Of)
{
    /// <exception cref="UserErrorException">A local run does not support the statistic.</exception>
    public static Statistic Parse(string name) => new(name, name switch
    {
        "Sum" => values => values.Sum,
        "Average" => values => values.Sum / values.Count,
        "Minimum" => values => values.Minimum,
        "Maximum" => values => values.Maximum,
        "SampleCount" => values => values.Count,
        _ when Percentile(name) is { } percent => values => values.Percentile(percent / 100),
        _ => throw new UserErrorException(
            $"A local run does not support the statistic '{name}'; it supports Sum, Average, Minimum, Maximum, SampleCount and percentiles such as p99."),
    });

    private static double? Percentile(string name) =>
        name.StartsWith('p') && double.TryParse(name.AsSpan(1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is > 0 and <= 100
            ? percent
            : null;
}
