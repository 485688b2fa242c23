using System.Net;
using System.Text.Json.Nodes;
using WorkoutLog.Local.Tests.Support;

namespace WorkoutLog.Local.Tests.EndToEnd;

/// <summary>Calls the running stack as a client does: real functions, real DynamoDB Local, signed requests.</summary>
public sealed class UpTests(UpFixture fixture) : IClassFixture<UpFixture>
{
    [Fact]
    public void Says_on_one_line_when_it_is_ready() =>
        Assert.Equal($$"""{"url":"http://127.0.0.1:{{fixture.Up.Url.Port}}","region":"us-east-1","stack":"dev"}""", fixture.Up.ReadyLine);

    [Fact]
    public async Task Logs_workouts_and_sums_them()
    {
        const string User = "sums";
        using var first = await fixture.PostWorkoutAsync(
            UpFixture.Service,
            $$"""{"userId":"{{User}}","workoutType":"RUN","durationMinutes":30.5,"caloriesBurned":300,"distanceKm":5.25,"workoutTimestamp":"2024-05-31T23:30:00-04:00"}""");
        using var second = await fixture.PostWorkoutAsync(
            UpFixture.Service,
            $$"""{"userId":"{{User}}","workoutType":"CYCLE","durationMinutes":60,"distanceKm":20.1,"workoutTimestamp":"2024-06-02T08:00:00Z"}""");

        var stats = await fixture.StatsAsync(User);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.StatusCode, second.StatusCode));
        var created = JsonNode.Parse(await first.Content.ReadAsStringAsync())!;
        Assert.Equal("2024-06-01T03:30:00.000000Z", created["workoutTimestamp"]!.GetValue<string>());
        Assert.Equal($"/workouts/{User}/{created["workoutId"]}", first.Headers.Location!.OriginalString);
        Assert.Equal(2, stats["totalWorkouts"]!.GetValue<int>());
        Assert.Equal(90.5m, stats["totalDurationMinutes"]!.GetValue<decimal>());
        Assert.Equal(300m, stats["totalCaloriesBurned"]!.GetValue<decimal>());
        Assert.Equal(25.35m, stats["totalDistanceKm"]!.GetValue<decimal>());
        Assert.Equal(45.25m, stats["averageDurationMinutes"]!.GetValue<decimal>());
        Assert.Equal(["CYCLE", "RUN"], stats["byType"]!.AsObject().Select(type => type.Key).Order(StringComparer.Ordinal));
        // The month is that of the athlete's own calendar, not of UTC.
        Assert.Equal(["2024-05", "2024-06"], stats["byMonth"]!.AsObject().Select(month => month.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Answers_zeros_for_a_user_without_workouts()
    {
        var stats = await fixture.StatsAsync("nobody");

        Assert.Equal(0, stats["totalWorkouts"]!.GetValue<int>());
    }

    [Fact]
    public async Task Refuses_whoever_does_not_sign_rightly()
    {
        const string Body = """{"userId":"refused","workoutType":"RUN","durationMinutes":30}""";

        using var unsigned = await fixture.PostUnsignedAsync(Body);
        using var wrong = await fixture.PostWorkoutAsync(new AwsSdkSigner("LOCALSERVICE", "wrong", "us-east-1", "execute-api"), Body);
        using var stranger = await fixture.PostWorkoutAsync(new AwsSdkSigner("LOCALSTRANGER", "local-stranger-secret", "us-east-1", "execute-api"), Body);

        Assert.All([unsigned, wrong, stranger], answer => Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode));
        Assert.Equal("""{"message":"Missing Authentication Token"}""", await unsigned.Content.ReadAsStringAsync());
        Assert.Equal("InvalidSignatureException", wrong.Headers.GetValues("x-amzn-ErrorType").Single());
        Assert.Equal("AccessDeniedException", stranger.Headers.GetValues("x-amzn-ErrorType").Single());
        Assert.Equal(0, (await fixture.StatsAsync("refused"))["totalWorkouts"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("""{"userId":"bad","workoutType":"RUN","durationMinutes":0}""", "durationMinutes")]
    [InlineData("""{"userId":"bad","workoutType":"RUN","durationMinutes":1440.1}""", "durationMinutes")]
    [InlineData("""{"userId":"bad","workoutType":"RUN","durationMinutes":"30"}""", "durationMinutes")]
    [InlineData("""{"userId":"bad","workoutType":"NAPPING","durationMinutes":30}""", "workoutType")]
    [InlineData("""{"userId":"bad","workoutType":"RUN","durationMinutes":30,"workoutTimestamp":"yesterday"}""", "workoutTimestamp")]
    [InlineData("""{"userId":"bad","workoutType":"RUN","durationMinutes":30,"mood":"good"}""", "mood")]
    [InlineData("""{"userId":"bad","workoutType":"RUN","durationMinutes":30,"durationMinutes":40}""", "durationMinutes")]
    [InlineData("""{"workoutType":"RUN","durationMinutes":30}""", "userId")]
    public async Task Names_the_field_of_a_bad_request_and_writes_nothing(string body, string field)
    {
        using var answer = await fixture.PostWorkoutAsync(UpFixture.Service, body);

        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains(field, problem["errors"]!.AsArray().Select(error => error!["field"]!.GetValue<string>()));
        Assert.Equal(0, (await fixture.StatsAsync("bad"))["totalWorkouts"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"userId":"bad","workoutType":"RUN","durationMinutes":NaN}""")]
    public async Task Refuses_a_body_that_is_no_JSON_object(string body)
    {
        using var answer = await fixture.PostWorkoutAsync(UpFixture.Service, body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Refuses_a_body_above_256_KB()
    {
        var notes = new string('x', 256 * 1024);

        using var answer = await fixture.PostWorkoutAsync(UpFixture.Service, $$"""{"userId":"bad","workoutType":"RUN","durationMinutes":30,"notes":"{{notes}}"}""");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Keeps_concurrent_writes_exact()
    {
        const int Writes = 20;

        var answers = await Task.WhenAll(Enumerable.Range(0, Writes).Select(_ => fixture.PostWorkoutAsync(
            UpFixture.Service, """{"userId":"crowd","workoutType":"RUN","durationMinutes":1.1}""")));

        var stats = await fixture.StatsAsync("crowd");
        var accepted = answers.Count(answer => answer.StatusCode == HttpStatusCode.Created);
        Assert.DoesNotContain(answers, answer => answer.StatusCode is HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway);
        Assert.Equal(accepted, stats["totalWorkouts"]!.GetValue<int>());
        Assert.Equal(accepted * 1.1m, stats["totalDurationMinutes"]!.GetValue<decimal>());
        Array.ForEach(answers, answer => answer.Dispose());
    }
}
