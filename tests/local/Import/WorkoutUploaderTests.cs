using WorkoutLog.Local.Import;

namespace WorkoutLog.Local.Tests.Import;

/// <summary>The requests of an import, and its handling of the responses.</summary>
public sealed class WorkoutUploaderTests : IDisposable
{
    private readonly FakeApi _api = new();
    private readonly List<TimeSpan> _waits = [];
    private readonly List<int> _progress = [];

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task Sends_batches_oldest_first_and_nothing_twice()
    {
        var first = await UploadAsync(60);
        var second = await UploadAsync(60);

        Assert.Equal((60, 0), (first.Stored, first.Known));
        Assert.Equal((0, 60), (second.Stored, second.Known));
        Assert.Equal([25, 25, 10, 25, 25, 10], _api.Batches.Select(batch => batch.Length));
        Assert.Equal([25, 50, 60, 25, 50, 60], _progress);
        var sent = JsonNode.Parse("""{"userId":"athlete-1","workoutType":"RUN","durationMinutes":30,"workoutTimestamp":"2024-01-01T07:00:00+01:00","externalId":"strava:0","distanceKm":5.1,"caloriesBurned":300,"notes":"n"}""");
        Assert.True(JsonNode.DeepEquals(sent, _api.Batches[0][0]), _api.Batches[0][0].ToJsonString());
        Assert.Empty(_waits);
    }

    [Fact]
    public async Task Honours_Retry_After_and_else_backs_off()
    {
        _api.Next(HttpStatusCode.TooManyRequests, """{"type":"/problems/too-many-requests"}""", retryAfter: 7);
        _api.Next(HttpStatusCode.ServiceUnavailable, "no JSON");
        _api.Next(HttpStatusCode.Forbidden, """{"type":"/problems/filtered"}""");
        _api.Next(HttpStatusCode.OK, """{"results":[{"status":503,"problem":{}},{"status":409,"problem":{"type":"/problems/conflict"}},{"status":201}]}""");

        var tally = await UploadAsync(3);

        Assert.Equal((3, 0, 0), (tally.Stored, tally.Known, tally.Refused.Count));
        Assert.Equal([7, 1, 2, 4], _waits.Select(wait => wait.TotalSeconds));
        // Only the open ones.
        Assert.Equal(["strava:0", "strava:1"], _api.Batches[^1].Select(workout => (string?)workout["externalId"]));
    }

    [Fact]
    public async Task A_refused_workout_does_not_stop_the_others()
    {
        _api.Next(HttpStatusCode.OK, """{"results":[{"status":400,"problem":{"title":"t","errors":[{"message":"Too long."},{"message":"Too late."}]}},{"status":409,"problem":{"type":"/problems/workout-deleted","detail":"Gone."}},{"status":201}]}""");

        var tally = await UploadAsync(3);

        Assert.Equal(1, tally.Stored);
        Assert.Equal(["strava.csv, line 0: Too long. Too late", "strava.csv, line 1: Gone"], tally.Refused.Select(row => $"{row.Place}: {row.Reason}"));
    }

    [Fact]
    public async Task Does_not_retry_permanent_errors()
    {
        _api.Next(HttpStatusCode.Forbidden, """{"type":"/problems/not-your-data","detail":"No."}""");

        var refused = await Assert.ThrowsAsync<UserErrorException>(() => UploadAsync(1));

        Assert.Equal("https://api.example.org/dev refused a batch: 403 No. 0 workouts were stored; the same command resumes.", refused.Message);
        Assert.Empty(_waits);
    }

    [Fact]
    public async Task Gives_up_after_many_tries_and_counts_a_failing_workout_as_refused()
    {
        for (var attempt = 0; attempt < WorkoutUploader.MaxTries; attempt++)
        {
            _api.Next(HttpStatusCode.OK, """{"results":[{"status":503,"problem":{"title":"Not available"}}]}""");
        }

        Assert.Equal(["Not available"], (await UploadAsync(1)).Refused.Select(row => row.Reason));

        for (var attempt = 0; attempt < WorkoutUploader.MaxTries; attempt++)
        {
            _api.Next(HttpStatusCode.GatewayTimeout, "{}");
        }

        await Assert.ThrowsAsync<UserErrorException>(() => UploadAsync(1));
        Assert.Equal(60, _waits.Max(wait => wait.TotalSeconds));
    }

    private Task<UploadTally> UploadAsync(int count)
    {
        var rows = Enumerable.Range(0, count).Select(day => new SourceRow.Read(new Place("strava.csv", $"line {day}"), new SourceWorkout
        {
            ExternalId = $"strava:{day}",
            Types = ["Run"],
            Start = new DateTimeOffset(2024, 1, 1, 7, 0, 0, TimeSpan.FromHours(1)).AddDays(day),
            DurationSeconds = 1800,
            DistanceKm = 5.1m,
            Calories = 300,
            Notes = "n",
        }));
        var uploader = new WorkoutUploader(new HttpClient(_api), "https://api.example.org/dev", (wait, _) =>
        {
            _waits.Add(wait);
            return Task.CompletedTask;
        });
        return uploader.UploadAsync(Imports.Plan(rows.Reverse()).Workouts, tally => _progress.Add(tally.All), CancellationToken.None);
    }

    /// <summary>Logs each external id once, unless a response is queued.</summary>
    private sealed class FakeApi : HttpMessageHandler
    {
        private readonly HashSet<string> _known = [];
        private readonly Queue<HttpResponseMessage> _answers = [];

        public List<JsonNode[]> Batches { get; } = [];

        public void Next(HttpStatusCode status, string body, int? retryAfter = null)
        {
            var answer = new HttpResponseMessage(status) { Content = new StringContent(body) };
            answer.Headers.RetryAfter = retryAfter is { } seconds ? new(TimeSpan.FromSeconds(seconds)) : null;
            _answers.Enqueue(answer);
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.Equal((HttpMethod.Post, "https://api.example.org/dev/workouts/batch", "application/json"), (request.Method, request.RequestUri!.ToString(), request.Content!.Headers.ContentType!.ToString()));
            JsonNode[] batch = [.. JsonNode.Parse(await request.Content.ReadAsStringAsync(cancellationToken))!["workouts"]!.AsArray()!];
            Batches.Add(batch);
            if (_answers.TryDequeue(out var queued))
            {
                return queued;
            }

            var results = batch.Select(workout => new JsonObject { ["status"] = _known.Add((string)workout["externalId"]!) ? 201 : 200 });
            return new HttpResponseMessage { Content = new StringContent(new JsonObject { ["results"] = new JsonArray([.. results]) }.ToJsonString()) };
        }
    }
}
