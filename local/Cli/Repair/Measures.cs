namespace WorkoutLog.Local.Cli.Repair;

/// <summary>The measures of <see cref="WorkoutLog.Storage.Repair.RollupDifference"/> in words.</summary>
internal static class Measures
{
    /// <param name="measure"><c>RUN.m</c> or <c>09m</c>.</param>
    /// <returns><c>minutes of RUN</c>, <c>minutes on day 09</c>.</returns>
    public static string Describe(string measure)
    {
        var unit = measure[^1] switch
        {
            'n' => "workouts",
            'm' => "minutes",
            'c' => "kilocalories",
            'd' => "kilometres",
            _ => measure,
        };
        return measure[^2] == '.' ? $"{unit} of {measure[..^2]}" : $"{unit} on day {measure[..^1]}";
    }
}
