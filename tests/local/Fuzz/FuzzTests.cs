using WorkoutLog.Local.Fuzz;

namespace WorkoutLog.Local.Tests.Fuzz;

public sealed class FuzzRunTests(Stacks stacks) : IClassFixture<Stacks>, IDisposable
{
    private const int Requests = 500;

    private readonly DirectoryInfo _parent = Directory.CreateTempSubdirectory("workout-test-");

    public void Dispose() => _parent.Delete(recursive: true);

    [Fact]
    public async Task A_running_stack_rejects_hostile_requests()
    {
        int seed = Random.Shared.Next();
        var folder = Path.Combine(_parent.FullName, "repository");
        LocalRepository.Create(folder);
        var output = new FunctionOutput();
        await using var running = await LocalRun.StartAsync(
            stacks.Dev, new LocalRunOptions(folder, Port: 0, output.Take, TimeProvider.System), CancellationToken.None);

        var report = await FuzzRun.AgainstAsync(running, seed, [.. Enumerable.Range(0, Requests)], output, _ => { }, CancellationToken.None);

        Assert.Empty(report.Violations.Select(violation => $"seed {seed}: {violation}"));
        Assert.Equal((Requests, Requests), (report.ByKind.Values.Sum(), report.ByStatus.Values.Sum()));
        Assert.True(output.Lines >= Requests / 2, $"The functions wrote only {output.Lines} lines: their log was not captured.");
    }
}

public sealed class HostileAnswerTests
{
    private const string Problem = """{"type":"urn:x","title":"t","status":400,"requestId":"r"}""";

    private static readonly HostileRequest _request = new("json", "POST", "/workouts");

    [Theory]
    [InlineData(400, "application/problem+json", Problem, null)]
    [InlineData(201, "application/json", "{}", "answered 201 to an invalid request")]
    [InlineData(200, "application/json", """{"results":[{"status":400},{"status":422}]}""", null)]
    [InlineData(200, "application/json", """{"results":[{"status":400},{"status":201}]}""", "answered 200 to an invalid request")]
    [InlineData(200, "application/json", """{"results":[{"status":500}]}""", "answered 200 to an invalid request")]
    [InlineData(500, "application/problem+json", Problem, "answered 500")]
    [InlineData(503, "application/problem+json", Problem, "answered 503")]
    [InlineData(302, null, "", "answered 302")]
    [InlineData(400, "application/json", Problem, "answered 400 with application/json instead of application/problem+json")]
    [InlineData(400, null, "", "answered 400 with nothing instead of application/problem+json")]
    [InlineData(404, "application/problem+json", Problem, "the problem's status is 400, the answer's 404")]
    [InlineData(400, "application/problem+json", """{"type":"urn:x","title":"t","status":400}""", "the problem has no requestId")]
    [InlineData(400, "application/problem+json", """{"type":"urn:x","title":"","status":400,"requestId":"r"}""", "the problem has no title")]
    [InlineData(400, "application/problem+json", "[]", "the problem is not a JSON object")]
    [InlineData(400, "application/problem+json", "<html>", "the problem is not JSON")]
    [InlineData(400, "application/problem+json", """{"detail":"System.InvalidOperationException: x"}""", "the answer contains 'Exception'")]
    public void Distinguishes_correct_from_incorrect_answers(int status, string? contentType, string body, string? fault) =>
        Assert.Equal(fault, new HostileAnswer(status, contentType, body).FaultIn(_request));

    [Fact]
    public void Accepts_a_success_of_a_request_that_may_be_valid() =>
        Assert.Null(new HostileAnswer(201, "application/json", "{}").FaultIn(_request with { MayBeValid = true }));

    [Fact]
    public void Accepts_a_rejection_by_the_server_only_where_the_server_may_reject()
    {
        Assert.Null(new HostileAnswer(414, "application/json", """{"message":"URI Too Long"}""").FaultIn(_request with { MayBeRejectedByServer = true }));
        Assert.NotNull(new HostileAnswer(404, null, "").FaultIn(_request with { MayBeRejectedByServer = true }));
    }

    [Theory]
    [InlineData("[ProcessWorkout] {\"message\":\"h0st1le-7\"}", "a log line contains request data: ")]
    [InlineData("[ProcessWorkout] x Runtime exited with exit status 134", "a function did not respond: ")]
    public void Finds_leaked_requests_and_crashes_in_the_output(string line, string fault)
    {
        var output = new FunctionOutput();

        output.Take("[ProcessWorkout] {\"message\":\"Request handled\"}");
        output.Take(line);

        Assert.Equal(fault + line, Assert.Single(output.Violations).Fault);
    }
}
