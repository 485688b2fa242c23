using WorkoutLog.Local.Fuzz;

namespace WorkoutLog.Local.Tests.Fuzz;

public sealed class FuzzRunTests(Stacks stacks) : IClassFixture<Stacks>, IDisposable
{
    private const int Requests = 500;

    private readonly DirectoryInfo _parent = Directory.CreateTempSubdirectory("workout-test-");

    public void Dispose() => _parent.Delete(recursive: true);

    [Fact]
    public async Task A_running_stack_refuses_hostile_requests_as_it_should()
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
        Assert.True(output.Lines >= Requests / 2, $"The functions said only {output.Lines} lines: their log was not heard.");
    }
}

public sealed class HostileAnswerTests
{
    private const string Problem = """{"type":"urn:x","title":"t","status":400,"requestId":"r"}""";

    private static readonly HostileRequest _request = new("json", "POST", "/workouts");

    [Theory]
    [InlineData(400, "application/problem+json", Problem, null)]
    [InlineData(201, "application/json", "{}", "answered 201 to what is not valid")]
    [InlineData(200, "application/json", """{"results":[{"status":400},{"status":422}]}""", null)]
    [InlineData(200, "application/json", """{"results":[{"status":400},{"status":201}]}""", "answered 200 to what is not valid")]
    [InlineData(200, "application/json", """{"results":[{"status":500}]}""", "answered 200 to what is not valid")]
    [InlineData(500, "application/problem+json", Problem, "answered 500")]
    [InlineData(503, "application/problem+json", Problem, "answered 503")]
    [InlineData(302, null, "", "answered 302")]
    [InlineData(400, "application/json", Problem, "answered 400 with application/json instead of application/problem+json")]
    [InlineData(400, null, "", "answered 400 with nothing instead of application/problem+json")]
    [InlineData(404, "application/problem+json", Problem, "the problem's status is 400, the answer's 404")]
    [InlineData(400, "application/problem+json", """{"type":"urn:x","title":"t","status":400}""", "the problem has no requestId")]
    [InlineData(400, "application/problem+json", """{"type":"urn:x","title":"","status":400,"requestId":"r"}""", "the problem has no title")]
    [InlineData(400, "application/problem+json", "[]", "the problem is no object")]
    [InlineData(400, "application/problem+json", "<html>", "the problem is no JSON")]
    [InlineData(400, "application/problem+json", """{"detail":"System.InvalidOperationException: x"}""", "the answer holds 'Exception'")]
    public void Tells_a_right_answer_from_a_wrong_one(int status, string? contentType, string body, string? fault) =>
        Assert.Equal(fault, new HostileAnswer(status, contentType, body).FaultIn(_request));

    [Fact]
    public void Takes_a_success_where_it_may_be_right() =>
        Assert.Null(new HostileAnswer(201, "application/json", "{}").FaultIn(_request with { MayBeFine = true }));

    [Fact]
    public void Takes_a_refusal_of_the_server_only_where_the_server_may_stop_the_request()
    {
        Assert.Null(new HostileAnswer(414, "application/json", """{"message":"URI Too Long"}""").FaultIn(_request with { MayStopAtTheServer = true }));
        Assert.NotNull(new HostileAnswer(404, null, "").FaultIn(_request with { MayStopAtTheServer = true }));
    }

    [Theory]
    [InlineData("[ProcessWorkout] {\"message\":\"h0st1le-7\"}", "a log line repeats a request: ")]
    [InlineData("[ProcessWorkout] x Runtime exited with exit status 134", "a function did not answer: ")]
    public void Hears_what_must_not_be_said(string line, string fault)
    {
        var output = new FunctionOutput();

        output.Take("[ProcessWorkout] {\"message\":\"Request handled\"}");
        output.Take(line);

        Assert.Equal(fault + line, Assert.Single(output.Violations).Fault);
    }
}
