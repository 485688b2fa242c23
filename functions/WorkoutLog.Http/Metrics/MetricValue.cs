namespace WorkoutLog.Http.Metrics;

/// <summary>One metric with its value.</summary>
/// <param name="Unit">In CloudWatch's words, which know neither minutes nor kilocalories.</param>
internal readonly record struct MetricValue(string Name, string Unit, decimal Value)
{
    public static MetricValue Count(string name, decimal value) => new(name, "Count", value);

    public static MetricValue Amount(string name, decimal value) => new(name, "None", value);
}
