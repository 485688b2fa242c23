namespace WorkoutLog.Local.Import.Csv;

/// <summary>Exports of Hevy, in kilograms and kilometres or in pounds and miles.</summary>
internal static class HevyCsv
{
    private const string Start = "start_time";

    private static readonly string[] _times = ["d MMM yyyy, HH:mm", "MMM d, yyyy, h:mm tt", "yyyy-MM-dd HH:mm:ss"];

    public static IEnumerable<SourceRow> Read(IEnumerable<CsvRow> rows, ReadOptions options) =>
        rows.GroupBy(row => (row[Start], row["title"])).Select(sets => SourceRow.Of(sets.First().Place, () => Workout([.. sets], options)));

    private static SourceWorkout Workout(CsvRow[] rows, ReadOptions options)
    {
        var first = rows[0];
        var start = Quantities.LocalTime(Start, first[Start], _times);
        var end = Quantities.LocalTime("end_time", first["end_time"], _times);
        return GymWorkout.Of(
            ExternalIds.Of("hevy", start.ToString("s", CultureInfo.InvariantCulture)),
            start.In(options.Zone),
            // Correct across a daylight saving change.
            (decimal)(end.In(options.Zone) - start.In(options.Zone)).TotalSeconds,
            [first["title"], first["description"]],
            [.. rows.Select(Set)]);
    }

    private static GymSet Set(CsvRow row) => GymSet.Of(
        row["exercise_title"] ?? "Exercise",
        row.Number("reps"),
        row.Number("weight_kg", "weight_lbs"),
        row.Has("weight_kg") ? "kg" : "lb",
        row.Number("distance_km") ?? (row.Number("distance_miles") * Quantities.KmPer("mi")),
        row.Number("duration_seconds"));
}
