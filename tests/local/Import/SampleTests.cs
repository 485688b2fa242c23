using WorkoutLog.Local.Import;

namespace WorkoutLog.Local.Tests.Import;

/// <summary>Files as the applications write them, made by hand.</summary>
public sealed class SampleTests
{
    [Fact]
    public async Task Each_row_becomes_a_workout_or_a_reason()
    {
        var read = await Imports.ReadAsync(Imports.Samples);
        var plan = Imports.Plan(read.Rows);

        // The track that activities.csv names.
        Assert.Equal(1, read.Described);
        Assert.Equal(read.Rows.Length, plan.Workouts.Length + plan.Skipped.Length);
        CommittedFile.Holds("tests/local/Import/samples.txt", _ => string.Concat(
            plan.Workouts.Select(workout => (workout.Place, Text: workout.ToJson().ToJsonString(_readable)))
                .Concat(plan.Skipped.Select(row => (row.Place, Text: $"skipped: {row.Reason}")))
                .OrderBy(row => row.Place.File, StringComparer.Ordinal).ThenBy(row => row.Place.Part, StringComparer.Ordinal).Select(row => $"{row.Place}\n    {row.Text}\n")));
    }

    [Fact]
    public async Task The_ids_of_a_file_do_not_depend_on_the_options_that_it_is_read_with()
    {
        static IEnumerable<string> Ids(IEnumerable<SourceRow> rows) => rows.OfType<SourceRow.Read>().Select(row => row.Workout.ExternalId);

        var here = await Imports.ReadAsync(Imports.Samples);
        var files = WorkoutLog.Local.Import.Files.SourceFiles.Find(Imports.Samples, ["."]).Files;
        var there = await ReadFiles.ReadAsync(files, new ReadOptions(TimeZoneInfo.FindSystemTimeZoneById("Pacific/Kiritimati"), 1.609344m), CancellationToken.None);

        Assert.Equal(Ids(here.Rows), Ids(there.Rows));
    }

    private static readonly JsonSerializerOptions _readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
