namespace WorkoutLog.Local.Import.Csv;

/// <summary><c>activities.csv</c> of a bulk export of Strava. Its times are UTC.</summary>
internal static class StravaCsv
{
    private const string Distance = "Distance";

    private static readonly string[] _dates = ["MMM d, yyyy, h:mm:ss tt", "MMM d, yyyy, HH:mm:ss", "d MMM yyyy, HH:mm:ss", "yyyy-MM-dd HH:mm:ss"];

    public static SourceRow Read(CsvRow row, ReadOptions options) => SourceRow.Of(row.Place, () => new SourceWorkout
    {
        ExternalId = ExternalIds.Of("strava", row["Activity ID"] ?? throw new UnreadableException("Activity ID must not be empty")),
        Types = [row["Activity Type"] ?? ""],
        Start = TimeZoneInfo.ConvertTime(Quantities.LocalTime("Activity Date", row["Activity Date"], _dates).In(TimeZoneInfo.Utc), options.Zone),
        DurationSeconds = row.Number("Moving Time") is > 0 and var moving
            ? moving
            : row.Number("Elapsed Time") ?? throw new UnreadableException("Elapsed Time must not be empty"),
        DistanceKm = DistanceOf(row, options),
        Calories = row.Number("Calories"),
        Notes = Notes.Join([row["Activity Name"], row["Activity Description"], row["Activity Private Note"]]),
        OtherFile = row["Filename"],
    });

    // The first Distance column is in the athlete's unit, the second in metres; older exports have only the first.
    private static decimal? DistanceOf(CsvRow row, ReadOptions options) => row.Values(Distance).ToArray() switch
    {
        [_, { Length: > 0 } metres, ..] => Quantities.Number(Distance, metres) * Quantities.KmPer("m"),
        [var shown, ..] => Quantities.Number(Distance, shown) * options.KmPerUnit,
        [] => null,
    };
}
