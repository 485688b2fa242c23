namespace WorkoutLog.Local.CloudWatch.Alarms;

/// <summary>When a value breaches a threshold: CloudWatch's comparison operators.</summary>
/// <param name="Words">Between "was" and "the threshold".</param>
internal sealed record Comparison(string Words, Func<double, double, bool> Breaches)
{
    /// <exception cref="UserErrorException">The operator compares with a band, which a local run has not.</exception>
    public static Comparison Parse(string name) => name switch
    {
        "GreaterThanThreshold" => new("greater than", (value, threshold) => value > threshold),
        "GreaterThanOrEqualToThreshold" => new("greater than or equal to", (value, threshold) => value >= threshold),
        "LessThanThreshold" => new("less than", (value, threshold) => value < threshold),
        "LessThanOrEqualToThreshold" => new("less than or equal to", (value, threshold) => value <= threshold),
        _ => throw new UserErrorException($"A local run does not know the comparison operator '{name}'."),
    };
}
