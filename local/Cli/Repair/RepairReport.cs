namespace WorkoutLog.Local.Cli.Repair;

/// <param name="Fixed">Whether the recomputed sums were written.</param>
internal sealed record RepairReport(string Stack, string UserId, bool Fixed, IReadOnlyList<RollupDifference> Differences)
{
    /// <summary>
    /// One line: <c>{"stack":"dev","userId":"u","fixed":false,"differences":[{"month":"2026-05","measure":"RUN.m","stored":30,"recomputed":31}]}</c>.
    /// </summary>
    public string ToJson() => JsonSerializer.Serialize(this, RepairReportJson.Default.RepairReport);

    /// <summary>Months whose statistics are still wrong.</summary>
    [JsonIgnore]
    public int WrongMonths => Fixed ? 0 : Differences.Select(difference => difference.Month).Distinct(StringComparer.Ordinal).Count();

    public string ToText() => string.Join(Environment.NewLine, Differences.Select(Line).Append(Summary()));

    private static string Line(RollupDifference difference)
    {
        var stored = difference.Stored?.ToString(CultureInfo.InvariantCulture) ?? "no number";
        var recomputed = difference.Recomputed.ToString(CultureInfo.InvariantCulture);
        return $"{difference.Month}  {Measures.Describe(difference.Measure)}: {stored} stored, {recomputed} recomputed";
    }

    private string Summary()
    {
        var count = Differences.Count == 1 ? "1 difference" : $"{Differences.Count} differences";
        return (Differences.Count, Fixed) switch
        {
            (0, _) => $"The statistics of {UserId} match the workouts.",
            (_, true) => $"{count} fixed.",
            _ => $"{count}. Fix: the same command with --fix",
        };
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RepairReport))]
internal sealed partial class RepairReportJson : JsonSerializerContext;

/// <summary>The measures of <see cref="WorkoutLog.Storage.Repair.RollupDifference"/> in words.</summary>
internal static class Measures
{
    /// <param name="measure"><c>RUN.m</c>, <c>09m</c> or <c>c</c>.</param>
    /// <returns><c>minutes of RUN</c>, <c>minutes on day 09</c>, <c>workouts without calories</c>.</returns>
    public static string Describe(string measure) => measure switch
    {
        "c" => "workouts without calories",
        "d" => "workouts without a distance",
        _ when measure.StartsWith(RollupDifference.SealMark, StringComparison.Ordinal) => $"{Describe(measure[RollupDifference.SealMark.Length..])} in the year's seal",
        [.. var type, '.', var unit] => $"{UnitOf(unit)} of {type}",
        _ => $"{UnitOf(measure[^1])} on day {measure[..^1]}",
    };

    private static string UnitOf(char measure) => measure switch
    {
        'n' => "workouts",
        'm' => "minutes",
        'c' => "kilocalories",
        _ => "kilometres",
    };
}
