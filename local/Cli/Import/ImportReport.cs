using WorkoutLog.Local.Import;

namespace WorkoutLog.Local.Cli.Import;

/// <summary>Result of an import or a dry run.</summary>
/// <param name="Zone">Time zone of times without an offset.</param>
/// <param name="Files">Number of files read.</param>
/// <param name="Described">Number of files skipped because another file describes the same workouts.</param>
/// <param name="Others">Number of files in folders that are in no supported format.</param>
/// <param name="Upload">Null for a dry run.</param>
internal sealed record ImportReport(string Stack, string UserId, string Zone, int Files, int Described, int Others, ImportPlan Plan, UploadTally? Upload)
{
    public bool IsGood => Skipped.Length == 0;

    private ImmutableArray<SourceRow.Skipped> Skipped => [.. Plan.Skipped, .. Upload?.Refused ?? []];

    private IEnumerable<(string Type, int Count)> Types =>
        Plan.Workouts.GroupBy(workout => workout.Workout.Type).Select(type => (type.Key, type.Count())).OrderByDescending(type => type.Item2).ThenBy(type => type.Key, StringComparer.Ordinal);

    private decimal Minutes => Plan.Workouts.Sum(workout => workout.Workout.DurationMinutes);

    /// <summary>One line.</summary>
    public string ToJson() => new JsonObject
    {
        ["stack"] = Stack,
        ["userId"] = UserId,
        ["timeZone"] = Zone,
        ["dryRun"] = Upload is null,
        ["files"] = Files,
        ["describedFiles"] = Described,
        ["otherFiles"] = Others,
        ["workouts"] = Plan.Workouts.Length,
        ["types"] = new JsonObject(Types.Select(type => KeyValuePair.Create<string, JsonNode?>(type.Type, type.Count))),
        ["from"] = Plan.Workouts.IsEmpty ? null : ImportPlan.Rfc3339(Plan.Workouts[0].Workout.Timestamp),
        ["to"] = Plan.Workouts.IsEmpty ? null : ImportPlan.Rfc3339(Plan.Workouts[^1].Workout.Timestamp),
        ["minutes"] = Minutes,
        ["stored"] = Upload?.Stored,
        ["known"] = Upload?.Known,
        ["skipped"] = new JsonArray([.. Skipped.Select(row => new JsonObject { ["file"] = row.Place.File, ["part"] = row.Place.Part, ["reason"] = row.Reason })]),
    }.ToJsonString();

    public string ToText() => string.Join(Environment.NewLine, Lines().Select(Printable));

    private IEnumerable<string> Lines()
    {
        foreach (var row in Skipped)
        {
            yield return $"Skipped: {row.Place}: {row.Reason}.";
        }

        yield return $"{Count(Plan.Workouts.Length, "workout")} of {UserId} in {Count(Files, "file")}, {Minutes:#,0.#} minutes{Period()}; {Skipped.Length:N0} skipped. Times without an offset are in {Zone}.";
        foreach (var (type, count) in Types)
        {
            yield return $"  {type,-ApiLimits.MaxWorkoutTypeLength} {count,8:N0}";
        }

        if (Described > 0)
        {
            yield return $"Ignored: {Count(Described, "file")}; activities.csv describes the same workouts.";
        }

        if (Others > 0)
        {
            yield return $"Ignored: {Count(Others, "other file")} in no supported format.";
        }

        yield return Upload is null
            ? "Dry run: nothing was logged. To log the workouts, run the same command with --yes"
            : $"{Upload.Stored:N0} logged, {Upload.Known:N0} already logged.";
    }

    private string Period() => Plan.Workouts.IsEmpty ? "" : $", {Plan.Workouts[0].Workout.Timestamp:yyyy-MM-dd} to {Plan.Workouts[^1].Workout.Timestamp:yyyy-MM-dd}";

    private static string Count(int number, string what) => $"{number:N0} {what}{(number == 1 ? "" : "s")}";

    // File names and contents are untrusted: strip control characters, which could control the terminal.
    private static string Printable(string line) => string.Concat(line.Select(character => char.IsControl(character) ? '\uFFFD' : character));
}
