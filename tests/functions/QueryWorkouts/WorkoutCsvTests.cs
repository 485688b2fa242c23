using Amazon.Lambda.Serialization.SystemTextJson;
using WorkoutLog.QueryWorkouts;
using WorkoutLog.QueryWorkouts.Export;

namespace WorkoutLog.Functions.Tests.QueryWorkouts;

public sealed class WorkoutCsvTests
{
    private const string Header = "workoutId,userId,workoutType,durationMinutes,caloriesBurned,distanceKm,notes,workoutTimestamp,externalId\r\n";

    [Fact]
    public void Writes_a_header_and_each_field_of_a_workout()
    {
        var stored = Stored("easy");
        stored = stored with { Workout = stored.Workout with { UserId = "@me", CaloriesBurned = 300.50m, DistanceKm = 0, ExternalId = "=1" } };

        Assert.Equal(Header, WorkoutCsv.Of([]));
        Assert.Equal($"{Header}{stored.Id},'@me,RUN,30,300.5,0,easy,2026-05-09T07:30:00.000000+02:00,'=1\r\n", WorkoutCsv.Of([stored]));
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData("", "\"\"")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData("a\tb", "\"a\tb\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("\"", "\"\"\"\"")]
    [InlineData("\n", "\"'\n\"")]
    [InlineData("Läufe 跑 🏃", "Läufe 跑 🏃")]
    [InlineData(" a ", " a ")]
    // A spreadsheet would read these as formulas.
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\n=1", "\"'\n=1\"")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("＋1", "'＋1")]
    [InlineData("－1", "'－1")]
    [InlineData("＠SUM(A1)", "'＠SUM(A1)")]
    [InlineData("1;=1", "\"1;=1\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("=HYPERLINK(\"x\",1)", "\"'=HYPERLINK(\"\"x\"\",1)\"")]
    [InlineData("1=1", "1=1")]
    [InlineData("'=1", "'=1")]
    public void Quotes_by_RFC_4180_and_escapes_formulas(string? notes, string cell) =>
        Assert.EndsWith($",30,,,{cell},2026-05-09T07:30:00.000000+02:00,\r\n", WorkoutCsv.Of([Stored(notes)]), StringComparison.Ordinal);

    // Programs read columns by position: a new one comes last.
    [Fact]
    public void The_order_of_columns_is_stable() => Assert.Equal(
        ["workoutId", "userId", "workoutType", "durationMinutes", "caloriesBurned", "distanceKm", "notes", "workoutTimestamp"],
        ExportColumns.All.Take(8));

    [Theory]
    [InlineData("\"")]
    [InlineData("\\")]
    [InlineData("跑")]
    [InlineData("\ue000")]
    public void The_largest_page_fits_into_a_Lambda_response(string character)
    {
        const int MaxAnswerBytes = 6 * 1024 * 1024;
        var notes = string.Concat(Enumerable.Repeat(character, 1_000));
        var user = new string('u', 128);
        StoredWorkout[] workouts = [.. Enumerable.Repeat(Stored(notes), ApiLimits.MaxExportPageSize)
            .Select(stored => stored with { Workout = stored.Workout with { UserId = user, CaloriesBurned = 12345.123456789012345678m, DistanceKm = 123.123456789012345678m, ExternalId = new string('"', 128) } })];
        var page = new StoredPage(workouts, Next: null);

        Assert.InRange(SizeOf(ExportWorkoutsHandler.Csv(page)), 1, MaxAnswerBytes);
        Assert.InRange(SizeOf(ExportWorkoutsHandler.Json(page, new string('c', 44))), 1, MaxAnswerBytes);
    }

    private static long SizeOf(APIGatewayProxyResponse answer)
    {
        using var stream = new MemoryStream();
        new SourceGeneratorLambdaJsonSerializer<QueryWorkoutsJson>().Serialize(answer, stream);
        return stream.ToArray().Length;
    }

    private static StoredWorkout Stored(string? notes)
    {
        var workout = Workouts.At("athlete-1", "2026-05-09T07:30:00+02:00") with { Notes = notes };
        return new StoredWorkout(WorkoutId.New(workout.Timestamp), 1, workout);
    }
}
