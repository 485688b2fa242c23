using WorkoutLog.Contracts;

namespace WorkoutLog.Local.Tests.EndToEnd;

/// <summary>Permissions of the callers on the routes.</summary>
[Collection(SharedRun.Name)]
public sealed class AuthorisationTests(UpFixture fixture)
{
    private const string Workout = """{"workoutType":"RUN","durationMinutes":30}""";

    /// <summary>Method, path and body of every route, for a user.</summary>
    public static TheoryData<string, string, string?> Routes(string user) => new()
    {
        { "POST", "/workouts", $$"""{"userId":"{{user}}","workoutType":"RUN","durationMinutes":30}""" },
        { "GET", $"/workouts/{user}", null },
        { "GET", $"/workouts/{user}/AAOkZnG7QAAAAAAAAAAAAQ", null },
        { "PUT", $"/workouts/{user}/AAOkZnG7QAAAAAAAAAAAAQ", Workout },
        { "DELETE", $"/workouts/{user}/AAOkZnG7QAAAAAAAAAAAAQ", null },
        { "GET", $"/workouts/{user}/export", null },
        { "GET", $"/stats/{user}", null },
    };

    [Theory, MemberData(nameof(Routes), "refused")]
    [InlineData("POST", "/workouts/batch", """{"workouts":[{"userId":"refused","workoutType":"RUN","durationMinutes":30}]}""")]
    [InlineData("GET", "/nowhere", null)]
    [InlineData("PATCH", "/workouts", null)]
    public async Task Rejects_requests_without_a_valid_signature(string method, string path, string? body)
    {
        var call = new Call(method, path) { Body = body };

        var unsigned = await fixture.Api.SendAsync(call with { Caller = null });
        var wrong = await fixture.Api.SendAsync(call with { Caller = Callers.WrongSecret });
        var unknown = await fixture.Api.SendAsync(call with { Caller = Callers.Unknown });
        var stranger = await fixture.Api.SendAsync(call with { Caller = Callers.Stranger });

        unsigned.AssertProblem(403, "not-signed");
        wrong.AssertProblem(403, "invalid-signature");
        unknown.AssertProblem(403, "invalid-signature");
        stranger.AssertProblem(403, "access-denied");
        Assert.Equal(
            ["MissingAuthenticationTokenException", "InvalidSignatureException", "UnrecognizedClientException", "AccessDeniedException"],
            new[] { unsigned, wrong, unknown, stranger }.Select(answer => answer.Header("x-amzn-ErrorType")));
    }

    [Theory, InlineData(-6, "Signature expired: {0} is now earlier than "), InlineData(6, "Signature not yet current: {0} is still later than ")]
    public async Task Distinguishes_clock_skew_from_a_wrong_signature_and_returns_the_server_time(int minutes, string detail)
    {
        var now = TimeProvider.System.GetUtcNow();
        var date = now.AddMinutes(minutes).ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var answer = await fixture.Api.SendAsync(new Call("GET", "/stats/clock")
        {
            Caller = null,
            Headers = [("X-Amz-Date", date), ("Authorization", $"AWS4-HMAC-SHA256 Credential=LOCALSERVICE/{date[..8]}/us-east-1/execute-api/aws4_request, SignedHeaders=host;x-amz-date, Signature=00")],
        });

        answer.AssertProblem(403, "invalid-signature");
        Assert.StartsWith(string.Format(CultureInfo.InvariantCulture, detail, date), answer.Json["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.InRange(DateTimeOffset.ParseExact(answer.Json["serverTime"]!.GetValue<string>(), "dd/MMM/yyyy:HH:mm:ss '+0000'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal), now.AddSeconds(-1), now.AddMinutes(1));
        Assert.NotNull(answer.Header("Date"));
    }

    [Theory, MemberData(nameof(Routes), "somebody-else")]
    public async Task Lets_an_athlete_act_for_nobody_else(string method, string path, string? body)
    {
        var answer = await fixture.Api.SendAsync(new Call(method, path) { Caller = Callers.Athlete, Body = body });

        answer.AssertProblem(ProblemKind.NotYourData);
    }

    [Theory, MemberData(nameof(Routes), Callers.GuestUser)]
    public async Task Lets_a_guest_and_a_person_in_no_service_role_act_for_nobody(string method, string path, string? body)
    {
        foreach (var caller in (AwsSdkSigner[])[Callers.Guest, Callers.Person])
        {
            var answer = await fixture.Api.SendAsync(new Call(method, path) { Caller = caller, Body = body });

            answer.AssertProblem(ProblemKind.NotYourData);
        }
    }

    [Theory, MemberData(nameof(Routes), Callers.AthleteUser)]
    public async Task Lets_an_athlete_act_for_itself(string method, string path, string? body)
    {
        var answer = await fixture.Api.SendAsync(new Call(method, path) { Caller = Callers.Athlete, Body = body });

        Assert.True(answer.Status is 200 or 201 or 404, answer.Text);
    }

    [Fact]
    public async Task Writes_nothing_for_rejected_requests() => Assert.Equal(
        (0, 0),
        ((await fixture.Api.StatsAsync("refused"))["totalWorkouts"]!.GetValue<int>(), (await fixture.Api.StatsAsync(Callers.GuestUser))["totalWorkouts"]!.GetValue<int>()));

    [Fact]
    public async Task Rejects_a_body_that_is_too_large_for_the_gateway()
    {
        var answer = await fixture.Api.PostAsync("/workouts", new string('x', (10 * 1024 * 1024) + 1), ("Expect", "100-continue"));

        answer.AssertProblem(413, ProblemKind.BodyTooLarge.Slug);
        Assert.Equal("RequestTooLargeException", answer.Header("x-amzn-ErrorType"));
    }
}
