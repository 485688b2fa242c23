using System.Runtime.InteropServices;

namespace WorkoutLog.Local.CloudWatch.Metrics;

/// <summary>What was measured in some time: how often each value came.</summary>
public sealed class ValueSet
{
    // Beyond so many different values they are kept to three digits: a percentile is then wrong by half a percent at most.
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

    /// <summary>Adds values of which only the statistics are known: CloudWatch then has no percentiles of them.</summary>
    public void AddStatistics(double sum, double minimum, double maximum, double count) => Note(sum, minimum, maximum, count);

    public void Add(ValueSet other)
    {
        Note(other.Sum, other.Minimum, other.Maximum, other.Count);
        foreach (var (value, count) in other._counts)
        {
            AddCount(value, count);
        }
    }

    /// <summary>The value that the given share of the values does not exceed.</summary>
    /// <param name="share">Above 0, at most 1.</param>
    /// <returns>Null where no single values are known.</returns>
    public double? Percentile(double share)
    {
        var wanted = share * _counts.Values.Sum();
        double below = 0;
        double? last = null;
        foreach (var (value, count) in _counts.OrderBy(entry => entry.Key))
        {
            last = value;
            below += count;
            // Shares such as 0.07 have no exact form: what is short of it by a rounding error is not short of it.
            if (below >= wanted - 1e-9)
            {
                break;
            }
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
        if (value == 0)
        {
            return 0;
        }

        var step = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - Digits + 1);
        return Math.Round(value / step) * step;
    }
}
