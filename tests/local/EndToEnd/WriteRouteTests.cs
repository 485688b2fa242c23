using WorkoutLog.Contracts;

namespace WorkoutLog.Local.Tests.EndToEnd;

/// <summary>End-to-end tests of the write routes; each rule has unit tests next to its code.</summary>
[Collection(SharedRun.Name)]
public sealed class WriteRouteTests(UpFixture fixture)
{
    private const string UnknownId = "AAOkZnG7QAAAAAAAAAAAAQ";
    private const string Walk = """{"workoutType":"WALK","durationMinutes":50}""";

    private ApiClient Api => fixture.Api;

    [Fact]
    public async Task A_workout_is_logged_read_replaced_and_deleted_under_its_encoded_path()
    {
        const string User = "us-east-1:life@example.org";
        var logged = (await Api.PostAsync(
            "/workouts",
            $$"""{"userId":"{{User}}","workoutType":"RUN","durationMinutes":30.50,"caloriesBurned":300,"distanceKm":5.25,"notes":"Früh, \"locker\"","workoutTimestamp":"2024-05-31T23:30:00-04:00"}""")).AssertStatus(201);
        var (path, id) = (logged.Header("Location")!, logged.Json["workoutId"]!.GetValue<string>());
        var read = await Api.GetAsync(path);
        var back = (await Api.PutAsync(path, read.Text, ("If-Match", read.Header("ETag")!))).AssertStatus(200);
        var replaced = (await Api.PutAsync(path, Walk, ("If-Match", "\"7\", \"2\""))).AssertStatus(200);
        var statistics = await Api.StatsAsync(User);
        (await Api.DeleteAsync(path, ("If-Match", "\"1\""))).AssertProblem(ProblemKind.VersionMismatch);
        (await Api.PutAsync(path, Walk, ("If-Match", "\"1\""))).AssertProblem(ProblemKind.VersionMismatch);
        var deleted = (await Api.DeleteAsync(path)).AssertStatus(204);

        Assert.Equal($"/workouts/us-east-1%3Alife%40example.org/{id}", path);
        Assert.Equal(("\"1\"", "application/json", null), (logged.Header("ETag"), logged.Header("Content-Type"), logged.Header("Idempotent-Replayed")));
        Assert.Equal(
            $$"""{"workoutId":"{{id}}","userId":"{{User}}","workoutType":"RUN","durationMinutes":30.5,"caloriesBurned":300,"distanceKm":5.25,"notes":"Früh, \"locker\"","workoutTimestamp":"2024-05-31T23:30:00.000000-04:00"}""",
            logged.Text);
        Assert.Equal((logged.Text, logged.Text), (read.AssertStatus(200).Text, back.Text));
        Assert.Equal(("\"1\"", "\"2\"", "\"3\""), (read.Header("ETag"), back.Header("ETag"), replaced.Header("ETag")));
        Assert.Equal(["WALK"], statistics["byType"]!.AsObject().Select(type => type.Key));
        Assert.Equal((1, 50m), (statistics["totalWorkouts"]!.GetValue<int>(), statistics["totalDurationMinutes"]!.GetValue<decimal>()));
        Assert.Equal(("", null), (deleted.Text, deleted.Header("Content-Type")));
        (await Api.GetAsync(path)).AssertProblem(ProblemKind.WorkoutNotFound);
        (await Api.DeleteAsync(path)).AssertProblem(ProblemKind.WorkoutNotFound);
        Assert.Equal(0, (await Api.StatsAsync(User))["totalWorkouts"]!.GetValue<int>());
    }

    [Fact]
    public async Task Uses_the_time_of_the_request_if_none_is_sent()
    {
        var before = TimeProvider.System.GetUtcNow();

        var answer = await Api.PostAsync("/workouts", """{"userId":"log-now","workoutType":"RUN","durationMinutes":30}""");

        var timestamp = DateTimeOffset.Parse(answer.AssertStatus(201).Json["workoutTimestamp"]!.GetValue<string>(), null);
        Assert.InRange(timestamp, before.AddSeconds(-1), TimeProvider.System.GetUtcNow());
    }

    [Fact]
    public async Task Names_every_invalid_field_and_writes_nothing()
    {
        var path = await Api.LogAsync("fields", "2024-05-09T07:30:00+02:00");

        (await Api.PostAsync("/workouts", """{"userId":"","workoutType":"x","durationMinutes":-1,"caloriesBurned":"many","mood":1}""", ("Idempotency-Key", new string('k', 256)))).AssertProblem(
            ProblemKind.InvalidRequest,
            ("userId", "required"), ("workoutType", "unsupported_value"), ("durationMinutes", "out_of_range"), ("caloriesBurned", "wrong_type"), ("mood", "unknown_field"), ("Idempotency-Key", "too_long"));
        (await Api.PutAsync(path, """{"workoutType":"RUN","durationMinutes":0,"userId":"other"}""", ("If-Match", "1"))).AssertProblem(
            ProblemKind.InvalidRequest, ("If-Match", "malformed"), ("durationMinutes", "out_of_range"), ("userId", "read_only"));
        (await Api.PutAsync($"/workouts/p~t/{UnknownId}", Walk)).AssertProblem(ProblemKind.InvalidRequest, ("userId", "invalid_characters"));
        (await Api.PutAsync($"/workouts/fields/{UnknownId}", Walk)).AssertProblem(ProblemKind.WorkoutNotFound);
        Assert.Equal(30m, (await Api.StatsAsync("fields"))["totalDurationMinutes"]!.GetValue<decimal>());
    }

    [Theory, Cases]
    public async Task A_body_that_is_not_an_object_is_rejected_with_its_position(string method, string path, string body, string field, string code, string detail)
    {
        var answer = await Api.SendAsync(new Call(method, path) { Body = body });

        answer.AssertProblem(ProblemKind.InvalidRequest, (field, code));
        Assert.Equal(detail, answer.Json["detail"]!.GetValue<string>());
    }

    [Fact]
    public async Task Latin_1_is_rejected_and_a_byte_order_mark_and_line_breaks_are_accepted()
    {
        const string Body = """{"userId":"bytes","workoutType":"RUN","durationMinutes":30,"notes":"caf é\r\n\tzwei"}""";

        var latin = await Api.SendAsync(new Call("POST", "/workouts") { Bytes = Encoding.Latin1.GetBytes(Body) });
        var marked = await Api.SendAsync(new Call("POST", "/workouts") { Bytes = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Body)] });
        var zipped = await Api.SendAsync(new Call("POST", "/workouts") { Body = Body, Headers = [("Content-Encoding", "gzip")] });

        latin.AssertProblem(ProblemKind.InvalidRequest, ("body", "invalid_characters"));
        Assert.Contains($" offset {Body.IndexOf('é', StringComparison.Ordinal)} ", latin.Json["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("caf é\n\tzwei", (await Api.GetAsync(marked.AssertStatus(201).Header("Location")!)).Json["notes"]!.GetValue<string>());
        zipped.AssertProblem(ProblemKind.UnsupportedMediaType, ("Content-Encoding", "unsupported_value"));
        Assert.Equal(1, (await Api.StatsAsync("bytes"))["totalWorkouts"]!.GetValue<int>());
    }

    [Theory, Cases]
    public async Task A_body_that_is_too_large_or_of_another_type_is_rejected(string method, string path, string body)
    {
        var call = new Call(method, path) { Body = body };

        (await Api.SendAsync(call with { Body = body.Replace("NOTES", new string('x', 256 * 1024), StringComparison.Ordinal) }))
            .AssertProblem(ProblemKind.BodyTooLarge, ("body", "too_large"));
        (await Api.SendAsync(call with { ContentType = "text/plain" })).AssertProblem(ProblemKind.UnsupportedMediaType, ("Content-Type", "unsupported_value"));
    }

    [Theory, InlineData("application/json; charset=utf-8"), InlineData("application/json;"), InlineData(null)]
    public async Task JSON_with_a_charset_or_without_a_type_is_accepted(string? contentType) =>
        (await Api.SendAsync(new Call("POST", "/workouts") { Body = """{"userId":"typed","workoutType":"RUN","durationMinutes":30}""", ContentType = contentType })).AssertStatus(201);

    [Fact]
    public async Task A_retry_and_concurrent_duplicates_are_one_workout()
    {
        var first = await KeyedAsync("replay", "30");
        var second = await KeyedAsync("replay", "30.0");
        var twins = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => KeyedAsync("twins", "30")));

        Assert.Equal((first.AssertStatus(201).Text, first.Header("Location"), first.Header("ETag")), (second.AssertStatus(201).Text, second.Header("Location"), second.Header("ETag")));
        Assert.Equal((null, "true"), (first.Header("Idempotent-Replayed"), second.Header("Idempotent-Replayed")));
        (await KeyedAsync("replay", "31")).AssertProblem(ProblemKind.KeyReused);
        Assert.All(twins, answer => answer.AssertStatus(201));
        Assert.Single(twins.Select(answer => answer.Text).Distinct());
        Assert.Single(twins, answer => answer.Header("Idempotent-Replayed") is null);
        Assert.Equal(
            (1, 1), ((await Api.StatsAsync("replay"))["totalWorkouts"]!.GetValue<int>(), (await Api.StatsAsync("twins"))["totalWorkouts"]!.GetValue<int>()));
    }

    [Fact]
    public async Task Idempotency_keys_of_different_callers_are_independent()
    {
        var call = new Call("POST", "/workouts")
        {
            Body = $$"""{"userId":"{{Callers.AthleteUser}}","workoutType":"RUN","durationMinutes":30,"notes":"keys"}""",
            Headers = [("Idempotency-Key", "shared")],
        };

        var ofService = await Api.SendAsync(call);
        var ofAthlete = await Api.SendAsync(call with { Caller = Callers.Athlete });

        Assert.Null(ofAthlete.AssertStatus(201).Header("Idempotent-Replayed"));
        Assert.NotEqual(ofService.Header("Location"), ofAthlete.Header("Location"));
    }

    [Fact]
    public async Task Of_concurrent_updates_of_one_version_exactly_one_wins()
    {
        var path = await Api.LogAsync("put-race", "2024-05-09T07:30:00+02:00");

        var answers = await Task.WhenAll(Enumerable.Range(1, 5).Select(minutes =>
            Api.PutAsync(path, $$"""{"workoutType":"RUN","durationMinutes":{{minutes}}}""", ("If-Match", "\"1\""))));

        var winner = Assert.Single(answers, answer => answer.Status == 200);
        Assert.All(answers.Where(answer => answer != winner), answer => answer.AssertProblem(ProblemKind.VersionMismatch));
        Assert.Equal(winner.Json["durationMinutes"]!.GetValue<decimal>(), (await Api.StatsAsync("put-race"))["totalDurationMinutes"]!.GetValue<decimal>());
    }

    [Fact]
    public async Task Concurrent_writes_are_exact()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Api.PostAsync("/workouts", """{"userId":"crowd","workoutType":"RUN","durationMinutes":1.1}""")));

        var stats = await Api.StatsAsync("crowd");
        var accepted = answers.Count(answer => answer.Status == 201);
        Assert.All(answers, answer => Assert.True(answer.Status is 201 or 409 or 429 or 503, answer.Text));
        Assert.Equal((accepted, accepted * 1.1m), (stats["totalWorkouts"]!.GetValue<int>(), stats["totalDurationMinutes"]!.GetValue<decimal>()));
    }

    [Fact]
    public async Task A_batch_reports_the_result_of_each_workout_in_order()
    {
        var results = (await Api.SendAsync(new Call("POST", "/workouts/batch")
        {
            Caller = Callers.Athlete,
            Body = $$"""
                {"workouts":[
                  {"userId":"{{Callers.AthleteUser}}","workoutType":"RUN","durationMinutes":30,"idempotencyKey":"one"},
                  {"userId":"{{Callers.AthleteUser}}","workoutType":"RUN","durationMinutes":0},
                  {"userId":"somebody-else","workoutType":"RUN","durationMinutes":30},
                  {"userId":"{{Callers.AthleteUser}}","workoutType":"RUN","durationMinutes":30,"idempotencyKey":"one"},
                  {"userId":"{{Callers.AthleteUser}}","workoutType":"RUN","durationMinutes":31,"idempotencyKey":"one"},
                  17
                ]}
                """,
        })).AssertStatus(200).Json["results"]!.AsArray();

        Assert.Equal([201, 400, 403, 201, 422, 400], results.Select(result => result!["status"]!.GetValue<int>()));
        Assert.Equal(("\"1\"", null, true), (results[0]!["etag"]!.GetValue<string>(), results[0]!["idempotentReplayed"], results[3]!["idempotentReplayed"]!.GetValue<bool>()));
        Assert.Equal(results[0]!["workout"]!.ToJsonString(), results[3]!["workout"]!.ToJsonString());
        Assert.Equal(("durationMinutes", "body"), (FieldOf(1), FieldOf(5)));
        Assert.Equal((ProblemKind.NotYourData.Type, ProblemKind.KeyReused.Type), (TypeOf(2), TypeOf(4)));

        string FieldOf(int place) => results[place]!["problem"]!["errors"]![0]!["field"]!.GetValue<string>();
        string TypeOf(int place) => results[place]!["problem"]!["type"]!.GetValue<string>();
    }

    [Fact]
    public async Task A_batch_has_25_workouts_at_most()
    {
        var results = (await Api.PostAsync("/workouts/batch", BatchOf(25, "batch-25"))).AssertStatus(200).Json["results"]!.AsArray();
        (await Api.PostAsync("/workouts/batch", BatchOf(26, "batch-26"))).AssertProblem(ProblemKind.InvalidRequest, ("workouts", "too_long"));

        Assert.Equal(25, results.Count(result => result!["status"]!.GetValue<int>() == 201));
        Assert.Equal(
            (25, 0), ((await Api.StatsAsync("batch-25"))["totalWorkouts"]!.GetValue<int>(), (await Api.StatsAsync("batch-26"))["totalWorkouts"]!.GetValue<int>()));
    }

    private Task<ApiAnswer> KeyedAsync(string user, string minutes) => Api.PostAsync(
        "/workouts", $$"""{"userId":"{{user}}","workoutType":"RUN","durationMinutes":{{minutes}}}""", ("Idempotency-Key", $"{user}-key"));

    private static string BatchOf(int count, string user) => new JsonObject
    {
        ["workouts"] = new JsonArray([.. Enumerable.Range(0, count).Select(_ =>
            new JsonObject { ["userId"] = user, ["workoutType"] = "RUN", ["durationMinutes"] = 1 })]),
    }.ToJsonString();
}
