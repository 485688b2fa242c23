using WorkoutLog.Local.Import;
using WorkoutLog.Local.Import.Csv;

namespace WorkoutLog.Local.Tests.Import;

/// <summary>Workouts written in a format are read back.</summary>
public sealed class RoundTripTests
{
    private static readonly string[] _pieces = ["a", "Z", "7", "\"", ",", ";", "\t", "\n", "\r\n", "=", "'", "é", "\U0001F4AA", "#", "|", "x y"];

    private static readonly Gen<Made[]> _workouts =
        (from minute in Gen.Choose(0, 10_000_000)
         from seconds in Gen.Choose(1, 2_000).Select(minutes => minutes * 60)
         from metres in Gen.Choose(0, 300_000)
         from title in Text()
         from notes in Text()
         select new Made(new DateTime(2005, 1, 1).AddMinutes(minute), seconds, metres, title, notes)).ArrayOf()
        .Select(made => made.DistinctBy(workout => workout.Start).ToArray()).Where(made => made.Length > 0);

    [Fact]
    public void Strava() => Holds(
        made => Table(
            ',',
            ["Activity ID", "Activity Date", "Activity Name", "Activity Type", "Activity Description", "Distance", "Moving Time", "Distance", "Elapsed Time"],
            made.Select(workout => new[]
            {
                Id(workout), workout.Start.ToString("MMM d, yyyy, h:mm:ss tt", CultureInfo.InvariantCulture), workout.Title, "Trail Run", workout.Notes, "7",
                $"{workout.Seconds}", $"{workout.Metres}.0", $"{workout.Seconds + 60}",
            })),
        workout => new Read($"strava:{Id(workout)}", workout.Start.In(TimeZoneInfo.Utc).UtcDateTime, workout.Seconds, workout.Metres / 1000m, "Trail Run", Notes.Join([workout.Title, workout.Notes])));

    [Theory, InlineData(',', "Duration"), InlineData(';', "Workout Duration")]
    public void Strong(char delimiter, string duration) => Holds(
        made => Table(
            delimiter,
            ["Date", "Workout Name", duration, "Exercise Name", "Set Order", "Weight", "Reps", "Distance", "Distance Unit", "Seconds", "Workout Notes"],
            made.Select(workout => new[]
            {
                workout.Start.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), workout.Title, $"{workout.Seconds / 3600}h {workout.Seconds / 60 % 60}m", "Cycling", "1", "", "",
                $"{workout.Metres}", "m", "60", workout.Notes,
            })),
        workout => new Read(
            $"strong:{workout.Start:s}", workout.Start.In(Imports.Vienna.Zone).UtcDateTime, workout.Seconds, Zeroless(workout), "Cycling",
            Notes.Join([workout.Title, workout.Notes, $"Cycling: {(workout.Metres > 0 ? $"{workout.Metres / 1000m:0.##} km " : "")}60 s"])));

    [Fact]
    public void Hevy() => Holds(
        made => Table(
            '\t',
            ["title", "start_time", "end_time", "description", "exercise_title", "set_index", "weight_lbs", "reps", "distance_miles", "duration_seconds"],
            made.Select(workout => new[]
            {
                workout.Title, Time(workout.Start), Time(workout.Start.AddSeconds(workout.Seconds)), workout.Notes, "Squat (Barbell)", "0", "220.5", "5", "", "",
            })),
        workout => new Read(
            $"hevy:{workout.Start:s}",
            workout.Start.In(Imports.Vienna.Zone).UtcDateTime,
            (decimal)(workout.Start.AddSeconds(workout.Seconds).In(Imports.Vienna.Zone) - workout.Start.In(Imports.Vienna.Zone)).TotalSeconds,
            null,
            WorkoutTypeMap.Strength,
            Notes.Join([workout.Title, workout.Notes, "Squat (Barbell): 5 × 220.5 lb"])));

    private static void Holds(Func<Made[], string> write, Func<Made, Read> expected) => Prop.ForAll(_workouts.ToArbitrary(), made =>
    {
        var read = CsvFile.Read("made.csv", write(made), Imports.Vienna).Select(row => Assert.IsType<SourceRow.Read>(row).Workout);

        Assert.Equal(
            made.Select(expected),
            read.Select(workout => new Read(workout.ExternalId, workout.Start.UtcDateTime, workout.DurationSeconds, workout.DistanceKm, Assert.Single(workout.Types), workout.Notes)));
    }).QuickCheckThrowOnFailure();

    private static decimal? Zeroless(Made workout) => workout.Metres == 0 ? null : workout.Metres / 1000m;

    private static string Id(Made workout) => workout.Start.Ticks.ToString(CultureInfo.InvariantCulture);

    private static string Time(DateTime time) => time.ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    private static string Table(char delimiter, string[] columns, IEnumerable<string[]> rows) =>
        string.Concat(rows.Prepend(columns).Select(row => $"{string.Join(delimiter, row.Select(field => $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))}\r\n"));

    private static Gen<string> Text() => Gen.Elements(_pieces).ListOf().Select(pieces => string.Concat(pieces));

    private sealed record Made(DateTime Start, int Seconds, int Metres, string Title, string Notes);

    private sealed record Read(string Id, DateTime Utc, decimal Seconds, decimal? Km, string Type, string? Notes);
}
