namespace WorkoutLog.Bench.Charts;

/// <summary>A logarithmic axis.</summary>
/// <param name="Name">The quantity and its unit.</param>
/// <param name="LogBase">Factor from one tick to the next.</param>
internal sealed record ChartAxis(string Name, int LogBase = 10)
{
    /// <summary>The nearest powers of the base that enclose the values; at least one step apart.</summary>
    /// <exception cref="ArgumentException">A value is not above 0.</exception>
    public (double Min, double Max) Range(IEnumerable<double> values)
    {
        double[] all = [.. values];
        if (all.Any(value => !double.IsFinite(value) || value <= 0))
        {
            throw new ArgumentException($"The axis '{Name}' is logarithmic; its values must be above 0.", nameof(values));
        }

        // log10(1000) is 2.9999999999999996 in floating point, and must not add a step.
        int low = (int)Math.Floor(Math.Log(all.Min(), LogBase) + 1e-9);
        int high = (int)Math.Ceiling(Math.Log(all.Max(), LogBase) - 1e-9);
        return (Math.Pow(LogBase, low), Math.Pow(LogBase, Math.Max(high, low + 1)));
    }
}
