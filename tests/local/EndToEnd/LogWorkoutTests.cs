using WorkoutLog.Contracts;

namespace WorkoutLog.Local.Tests.EndToEnd;

/// <summary><c>POST /workouts</c>.</summary>
[Collection(SharedRun.Name)]
public sealed class LogWorkoutTests(UpFixture fixture)
{
    private const string Path = "/workouts";

    [Fact]
    public async Task Answers_the_whole_workout_its_path_and_its_version()
    {
        var answer = await fixture.Api.PostAsync(
            Path,
            """
            {"userId":"log","workoutType":"RUN","durationMinutes":30.50,"caloriesBurned":300,"distanceKm":5.25,"notes":"Früh, \"locker\"",
             "workoutTimestamp":"2024-05-31T23:30:00-04:00"}
            """);

        answer.AssertStatus(201);
        var workoutId = answer.Json["workoutId"]!.GetValue<string>();
        Assert.Equal($"/workouts/log/{workoutId}", answer.Header("Location"));
        Assert.Equal("\"1\"", answer.Header("ETag"));
        Assert.Equal("application/json", answer.Header("Content-Type"));
        Assert.Null(answer.Header("Idempotent-Replayed"));
        Assert.Equal(
            $$"""{"workoutId":"{{workoutId}}","userId":"log","workoutType":"RUN","durationMinutes":30.5,"caloriesBurned":300,"distanceKm":5.25,"notes":"Früh, \"locker\"","workoutTimestamp":"2024-05-31T23:30:00.000000-04:00"}""",
            answer.Text);
    }

    [Fact]
    public async Task Takes_the_time_of_the_request_where_none_is_sent()
    {
        var before = TimeProvider.System.GetUtcNow();

        var answer = await fixture.Api.PostAsync(Path, """{"userId":"log-now","workoutType":"RUN","durationMinutes":30}""");

        var timestamp = DateTimeOffset.Parse(answer.AssertStatus(201).Json["workoutTimestamp"]!.GetValue<string>(), null);
        Assert.InRange(timestamp, before.AddSeconds(-1), TimeProvider.System.GetUtcNow());
    }

    [Theory]
    [InlineData("""{"userId":"bad","workoutType":"RUN","durationMinutes":0}""", "durationMinutes", "out_of_range")]
    [InlineData("""{"userId":"bad","workoutType":"RUN","durationMinutes":1440.1}""", "durationMinutes", "out_of_range")]
    [InlineData("""{"userId":"bad","workoutType":"RUN","durationMinutes":"30"}""", "durationMinutes", "wrong_type")]
    [InlineData("""{"userId":"bad","workoutType":"RUN","durationMinutes":30,"caloriesBurned":20001}""", "caloriesBurned", "out_of_range")]
    [InlineData("""{"userId":"bad","workoutType":"RUN","durationMinutes":30,"distanceKm":-1}""", "distanceKm", "out_of_range")]
    [InlineData("""{"userId":"bad","workoutType":"RUN","durationMinutes":30,"notes":"a\u0007b"}""", "notes", "invalid_characters")]
    [InlineData("""{"userId":"bad","workoutType":"NAPPING","durationMinutes":30}""", "workoutType", "unsupported_value")]
    [InlineData("""{"userId":"bad","workoutType":"RUN","durationMinutes":30,"workoutTimestamp":"yesterday"}""", "workoutTimestamp", "malformed")]
    [InlineData("""{"userId":"bad","workoutType":"RUN","durationMinutes":30,"workoutTimestamp":"1999-12-31T23:59:59Z"}""", "workoutTimestamp", "out_of_range")]
    [InlineData("""{"userId":"bad","workoutType":"RUN","durationMinutes":30,"workoutTimestamp":"2099-01-01T00:00:00Z"}""", "workoutTimestamp", "out_of_range")]
    [InlineData("""{"userId":"bad","workoutType":"RUN","durationMinutes":30,"durationMinutes":40}""", "durationMinutes", "duplicate_field")]
    [InlineData("""{"userId":"bad","workoutType":"RUN","durationMinutes":30,"mood":"good"}""", "mood", "unknown_field")]
    [InlineData("""{"workoutType":"RUN","durationMinutes":30}""", "userId", "required")]
    [InlineData("""{"userId":"b d","workoutType":"RUN","durationMinutes":30}""", "userId", "invalid_characters")]
    [InlineData("""{"userId":"batch","workoutType":"RUN","durationMinutes":30}""", "userId", "reserved")]
    public async Task Names_the_field_of_a_bad_request_and_writes_nothing(string body, string field, string code)
    {
        var answer = await fixture.Api.PostAsync(Path, body);

        answer.AssertProblem(ProblemKind.InvalidRequest, (field, code));
        Assert.Equal(0, (await fixture.Api.StatsAsync("bad"))["totalWorkouts"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("", "Unknown error parsing request body")]
    [InlineData("not json", "Unknown error parsing request body")]
    [InlineData("[]", """instance type (array) does not match any allowed primitive type (allowed: ["object"])""")]
    public async Task Is_refused_by_the_gateway_for_a_body_that_does_not_fit_the_model(string body, string error)
    {
        var answer = await fixture.Api.PostAsync(Path, body);

        answer.AssertRefusedBody(error);
        Assert.Equal(0, (await fixture.Api.StatsAsync("bad"))["totalWorkouts"]!.GetValue<int>());
    }

    [Fact]
    public async Task Names_every_error_at_once()
    {
        var answer = await fixture.Api.PostAsync(Path, """{"userId":"","workoutType":"x","durationMinutes":-1,"caloriesBurned":"many","mood":1}""", ("Idempotency-Key", new string('k', 256)));

        answer.AssertProblem(
            ProblemKind.InvalidRequest,
            ("userId", "required"), ("workoutType", "unsupported_value"), ("durationMinutes", "out_of_range"), ("caloriesBurned", "wrong_type"), ("mood", "unknown_field"), ("Idempotency-Key", "too_long"));
    }

    [Fact]
    public async Task Refuses_a_body_above_256_KB()
    {
        var notes = new string('x', 256 * 1024);

        var answer = await fixture.Api.PostAsync(Path, $$"""{"userId":"bad","workoutType":"RUN","durationMinutes":30,"notes":"{{notes}}"}""");

        answer.AssertProblem(ProblemKind.BodyTooLarge, ("body", "too_large"));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=iso-8859-1")]
    public async Task Refuses_a_body_of_another_type(string contentType)
    {
        var answer = await fixture.Api.SendAsync(new Call("POST", Path) { Body = """{"userId":"bad","workoutType":"RUN","durationMinutes":30}""", ContentType = contentType });

        answer.AssertProblem(ProblemKind.UnsupportedMediaType, ("Content-Type", "unsupported_value"));
    }

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData(null)]
    public async Task Takes_JSON_with_a_charset_and_a_body_that_does_not_say_what_it_is(string? contentType)
    {
        var answer = await fixture.Api.SendAsync(new Call("POST", Path) { Body = """{"userId":"typed","workoutType":"RUN","durationMinutes":30}""", ContentType = contentType });

        answer.AssertStatus(201);
    }
}
