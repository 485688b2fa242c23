namespace WorkoutLog.Local.Import.Csv;

/// <summary>Detects by its columns which application wrote a file.</summary>
internal static class CsvFile
{
    /// <exception cref="UnreadableException">No known application.</exception>
    public static IEnumerable<SourceRow> Read(string name, string text, ReadOptions options)
    {
        var rows = CsvTable.Read(name, text).ToArray();
        return rows switch
        {
            [] => throw new UnreadableException("it has no rows"),
            [var row, ..] when row.Has("Workout Name") && row.Has("Exercise Name") => StrongCsv.Read(rows, options),
            [var row, ..] when row.Has("exercise_title") && row.Has("start_time") => HevyCsv.Read(rows, options),
            [var row, ..] when row.Has("Activity ID") && row.Has("Activity Date") => rows.Select(activity => StravaCsv.Read(activity, options)),
            _ => throw new UnreadableException("its columns are not those of Strong, Hevy or Strava. Fix: set the application to English and export again"),
        };
    }
}
