using System.Text;
using System.Text.Json.Nodes;
using WorkoutLog.Bench.Baselines;
using WorkoutLog.Bench.Tests.Support;

namespace WorkoutLog.Bench.Tests.Baselines;

/// <summary>The baselines do the measured work, against DynamoDB Local behind TLS.</summary>
[Collection(TestBedFixture.Shared)]
public sealed class BaselineTests(TestBedFixture fixture)
{
    private const string Python = PythonBaselines.Tutorial;
    private const string JavaScript = JavaScriptBaselines.Tutorial;

    [Theory]
    [InlineData(Python)]
    [InlineData(JavaScript)]
    public async Task Logs_workouts_and_sums_them(string name)
    {
        var user = $"sum-{name[..2]}";
        await using var baseline = await StartAsync(name);

        var logged = await baseline.InvokeAsync(fixture.TestBed.Events.LogWorkout(user));
        await baseline.InvokeAsync(fixture.TestBed.Events.LogWorkout(user));
        var stats = await baseline.InvokeAsync(fixture.TestBed.Events.GetStats(user));

        Assert.Equal(201, logged.Status);
        Assert.True(Guid.TryParse(logged.Body["workoutId"]!.GetValue<string>(), out _));
        Assert.Equal(200, stats.Status);
        Assert.Equal(2, stats.Body["totalWorkouts"]!.GetValue<int>());
        var run = stats.Body["byType"]!["RUN"]!;
        Assert.Equal((2, 85m, 960m), (run["workouts"]!.GetValue<int>(), Number(run["durationMinutes"]), Number(run["caloriesBurned"])));
    }

    [Theory]
    [InlineData(Python)]
    [InlineData(JavaScript)]
    public async Task Sums_all_pages(string name)
    {
        const int Workouts = 40;
        var user = $"pages-{name[..2]}";
        var notes = new string('n', 40_000);
        await using var baseline = await StartAsync(name);
        for (var i = 0; i < Workouts; i++)
        {
            await baseline.InvokeAsync(With(fixture.TestBed.Events.LogWorkout(user), body => body["notes"] = notes));
        }

        var stats = await baseline.InvokeAsync(fixture.TestBed.Events.GetStats(user));

        Assert.Equal(Workouts, stats.Body["totalWorkouts"]!.GetValue<int>());
    }

    [Theory]
    [InlineData(Python, "durationMinutes must be a number")]
    [InlineData(JavaScript, "durationMinutes must be above 0 and at most 1440")]
    public async Task Validates_requests(string name, string noNumber)
    {
        await using var baseline = await StartAsync(name);

        Assert.Equal("400 durationMinutes must be above 0 and at most 1440", await RefusalAsync("durationMinutes", "0"));
        Assert.Equal($"400 {noNumber}", await RefusalAsync("durationMinutes", "\"much\""));
        Assert.Equal("400 workoutType is not supported", await RefusalAsync("workoutType", "[]"));
        Assert.Equal("400 userId must have 1 to 128 characters", await RefusalAsync("userId", "\"\""));

        async Task<string> RefusalAsync(string field, string value)
        {
            var (status, answer) = await baseline.InvokeAsync(With(fixture.TestBed.Events.LogWorkout("check"), body => body[field] = JsonNode.Parse(value)));
            return $"{status} {answer["message"]}";
        }
    }

    [Theory]
    [InlineData(Python, "AWS_CA_BUNDLE")]
    [InlineData(JavaScript, "NODE_EXTRA_CA_CERTS")]
    [InlineData(PythonBaselines.OurModel, "AWS_CA_BUNDLE")]
    [InlineData(JavaScriptBaselines.OurModel, "AWS_CA_BUNDLE")]
    public async Task Trusts_only_the_configured_authority(string name, string variable)
    {
        await using var baseline = await BaselineProcess.StartAsync(fixture.Baseline(name), fixture.TestBed, variables =>
        {
            variables.Remove(variable);
            variables["AWS_MAX_ATTEMPTS"] = "1";
        });

        var answer = await baseline.InvokeAsync(fixture.TestBed.Events.GetStats("nobody"));

        Assert.Equal(500, answer.Status);
    }

    [Theory]
    [InlineData(Python, "KeyError")]
    [InlineData(JavaScript, "Error")]
    public async Task Reports_a_start_that_fails(string name, string type)
    {
        await using var baseline = await BaselineProcess.StartAsync(fixture.Baseline(name), fixture.TestBed, variables =>
        {
            variables.Remove("LOGS_TABLE");
            variables["_HANDLER"] = name == Python ? "handler.handle" : "absent.handle";
        });

        var (path, error) = await baseline.AnswerAsync();

        Assert.Equal("init/error", path);
        Assert.Equal(type, error["errorType"]!.GetValue<string>());
    }

    private Task<BaselineProcess> StartAsync(string name) => BaselineProcess.StartAsync(fixture.Baseline(name), fixture.TestBed);

    private static decimal Number(JsonNode? node) => node!.GetValue<decimal>();

    private static byte[] With(byte[] payload, Action<JsonObject> change)
    {
        var proxyEvent = JsonNode.Parse(payload)!.AsObject();
        var body = JsonNode.Parse(proxyEvent["body"]!.GetValue<string>())!.AsObject();
        change(body);
        proxyEvent["body"] = body.ToJsonString();
        return Encoding.UTF8.GetBytes(proxyEvent.ToJsonString());
    }
}
