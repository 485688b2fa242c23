using System.Text.Json;
using System.Text.Json.Nodes;
using WorkoutLog.Infra.Api;

namespace WorkoutLog.Local.Tests.EndToEnd;

/// <summary>What a caller can name leads to the access log, to the function's log and to the trace.</summary>
[Collection(SharedRun.Name)]
public sealed class RequestIdTests(UpFixture fixture)
{
    private const string LinePrefix = "[ProcessWorkout] ";

    // Only how long a broken run is waited for.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task One_id_finds_a_request_in_both_logs_and_its_trace()
    {
        var answer = await fixture.Api.PostAsync("/workouts", """{"userId":"request-id","workoutType":"RUN","durationMinutes":30}""");

        var line = await FindAsync(answer.AssertStatus(201).Header("x-amzn-RequestId")!);
        Assert.Equal(answer.Header("X-Amzn-Trace-Id"), $"Root={line.GetProperty("traceId").GetString()}");

        // Under the same names as in the line of the function; API Gateway fills in the same ids there.
        var accessLog = JsonNode.Parse(AccessLog.Format)!;
        Assert.Equal(
            ("$context.requestId", "$context.xrayTraceId"),
            (accessLog["requestId"]!.GetValue<string>(), accessLog["traceId"]!.GetValue<string>()));
    }

    private async Task<JsonElement> FindAsync(string requestId)
    {
        using var limit = new CancellationTokenSource(_patience);
        while (true)
        {
            // What the function writes comes on its own way, perhaps after the answer.
            foreach (var text in fixture.Up.StandardError.Split('\n').Where(line => line.StartsWith(LinePrefix + "{", StringComparison.Ordinal)))
            {
                var line = JsonSerializer.Deserialize<JsonElement>(text[LinePrefix.Length..]);
                if (line.TryGetProperty("requestId", out var id) && id.GetString() == requestId)
                {
                    return line;
                }
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), limit.Token);
        }
    }
}
