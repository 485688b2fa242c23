namespace WorkoutLog.Local.Import.Csv;

/// <summary>
/// Exports of Strong, in the forms that its versions write: with commas and <c>Duration</c>, with semicolons and <c>Workout Duration</c>,
/// and with <c>Workout #</c>, <c>Duration (sec)</c> and the units in the names of the columns.
/// </summary>
internal static class StrongCsv
{
    private const string Date = "Date";
    private const string Name = "Workout Name";

    private static readonly string[] _dates = ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd h:mm:ss tt", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];

    public static IEnumerable<SourceRow> Read(IEnumerable<CsvRow> rows, ReadOptions options) =>
        rows.GroupBy(row => (row[Date], row[Name])).Select(sets => SourceRow.Of(sets.First().Place, () => Workout([.. sets], options)));

    private static SourceWorkout Workout(CsvRow[] rows, ReadOptions options)
    {
        var (first, start) = (rows[0], Quantities.LocalTime(Date, rows[0][Date], _dates));
        return GymWorkout.Of(
            // By the file's local time, so that the id does not depend on the zone.
            ExternalIds.Of("strong", start.ToString("s", CultureInfo.InvariantCulture)),
            start.In(options.Zone),
            Quantities.Seconds("Workout Duration", first["Workout Duration", "Duration", "Duration (sec)"]),
            [first[Name], first["Workout Notes"]],
            [.. rows.Where(IsSet).Select(row => Set(row, options))]);
    }

    private static bool IsSet(CsvRow row) => row["Set Order"] is not ("Rest Timer" or "Note");

    private static GymSet Set(CsvRow row, ReadOptions options) => GymSet.Of(
        row["Exercise Name"] ?? "Exercise",
        row.Number("Reps"),
        row.Number("Weight", "Weight (kg)", "Weight (lbs)"),
        row["Weight Unit"] ?? (row.Has("Weight (kg)") ? "kg" : row.Has("Weight (lbs)") ? "lb" : ""),
        row.Number("Distance", "Distance (meters)") * KmPerUnit(row, options),
        row.Number("Seconds"));

    private static decimal KmPerUnit(CsvRow row, ReadOptions options) =>
        row.Has("Distance (meters)") ? Quantities.KmPer("m")!.Value
        : row["Distance Unit"] is not { } unit ? options.KmPerUnit
        : Quantities.KmPer(unit) ?? throw new UnreadableException($"Distance Unit must be km, mi, m, yd or ft; got {Received.Quote(unit)}");
}
