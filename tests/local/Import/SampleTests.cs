using WorkoutLog.Local.Import;
using WorkoutLog.Local.Import.Files;

namespace WorkoutLog.Local.Tests.Import;

/// <summary>Handmade files in the formats of the applications.</summary>
public sealed class SampleTests
{
    private static readonly JsonSerializerOptions _readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    [Fact]
    public async Task Each_row_becomes_a_workout_or_a_reason()
    {
        var read = await Imports.ReadAsync(Imports.Samples);

        // The track that activities.csv names.
        Assert.Equal(1, read.Described);
        CommittedFile.Holds("tests/local/Import/samples.txt", _ => string.Concat(read.Rows.Select(row => $"{row.Place}\n    {Text(row)}\n")));
    }

    [Fact]
    public async Task The_ids_of_a_file_do_not_depend_on_the_options()
    {
        static IEnumerable<string> Ids(IEnumerable<SourceRow> rows) => rows.OfType<SourceRow.Read>().Select(row => row.Workout.ExternalId);

        var here = await Imports.ReadAsync(Imports.Samples);
        var files = SourceFiles.Find(Imports.Samples, ["."]).Files;
        var there = await ReadFiles.ReadAsync(files, new ReadOptions(TimeZoneInfo.FindSystemTimeZoneById("Pacific/Kiritimati"), 1.609344m), CancellationToken.None);

        Assert.Equal(Ids(here.Rows), Ids(there.Rows));
    }

    private static string Text(SourceRow row) => row switch
    {
        SourceRow.Read read => JsonSerializer.Serialize(read.Workout, _readable),
        SourceRow.Skipped skipped => $"skipped: {skipped.Reason}",
        _ => throw new InvalidOperationException(),
    };
}
