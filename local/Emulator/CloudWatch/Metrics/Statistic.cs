using System.Globalization;

namespace WorkoutLog.Local.CloudWatch.Metrics;

/// <summary>How the values of a period become one: CloudWatch's own words, such as <c>Sum</c> or <c>p99</c>.</summary>
public sealed class Statistic
{
    private readonly Func<ValueSet, double?> _of;

    private Statistic(string name, Func<ValueSet, double?> of)
    {
        Name = name;
        _of = of;
    }

    public string Name { get; }

    /// <exception cref="UserErrorException">A local run does not compute the statistic.</exception>
    public static Statistic Parse(string name) => new(name, name switch
    {
        "Sum" => values => values.Sum,
        "Average" => values => values.Sum / values.Count,
        "Minimum" => values => values.Minimum,
        "Maximum" => values => values.Maximum,
        "SampleCount" => values => values.Count,
        _ when Percentile(name) is { } percent => values => values.Percentile(percent / 100),
        _ => throw new UserErrorException(
            $"A local run does not compute the statistic '{name}'; it knows Sum, Average, Minimum, Maximum, SampleCount and percentiles such as p99."),
    });

    /// <param name="values">At least one.</param>
    public double? Of(ValueSet values) => _of(values);

    private static double? Percentile(string name) =>
        name.StartsWith('p') && double.TryParse(name.AsSpan(1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is > 0 and <= 100
            ? percent
            : null;
}
