using WorkoutLog.Contracts;
using WorkoutLog.Local.Graph.Versions;
using WorkoutLog.Local.Soak.Verification;

namespace WorkoutLog.Local.Tests.EndToEnd;

/// <summary>A run of the real stack that publishes events.</summary>
public sealed class EventRun : IAsyncLifetime, IDisposable
{
    private readonly Sandbox _folder = new();

    internal LocalRun Run { get; private set; } = null!;

    internal ApiClient Api => new(new Uri(Run.Url));

    public async Task InitializeAsync() => Run = await StartAsync(_folder, metricMinute: null);

    public async Task DisposeAsync() => await Run.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    internal static async Task<LocalRun> StartAsync(Sandbox folder, TimeSpan? metricMinute)
    {
        LocalRepository.Create(folder.PathOf("repository"));
        var repository = new Repository(folder.PathOf("repository"));
        var configuration = StackConfiguration.Load(repository, "dev").With([KeyValuePair.Create("events", "eventBridge")]);
        return await LocalRun.StartAsync(
            await StackProgram.EvaluateAsync(repository, configuration, PublishedVersions.None, CancellationToken.None),
            new LocalRunOptions(repository.Root, 0, _ => { }, TimeProvider.System) { MetricMinute = metricMinute }, CancellationToken.None);
    }

    /// <summary>The details of a user's events so far, in order.</summary>
    internal async Task<JsonObject[]> EventsOfAsync(string user)
    {
        await Run.SettleEventsAsync(CancellationToken.None);
        return [.. (await BoardAsync())["events"]!.AsArray().Select(published => published!["detail"]!.AsObject()).Where(detail => (string?)detail["userId"] == user)];
    }

    internal async Task<JsonNode> BoardAsync()
    {
        using var http = new HttpClient { DefaultRequestHeaders = { { "Accept", "application/json" } } };
        return JsonNode.Parse(await http.GetStringAsync($"{Run.Url}/_events"))!;
    }
}

/// <summary>Changes through the signed API become events.</summary>
public sealed class EventTests(EventRun events) : IClassFixture<EventRun>
{
    [Fact]
    public async Task Each_change_is_one_event_in_order_with_old_and_new_content()
    {
        var path = await events.Api.LogAsync("changes", "2026-05-01T10:00:00Z", minutes: 30.5m);
        (await events.Api.PutAsync(path, """{"workoutType":"RUN","durationMinutes":31,"workoutTimestamp":"2026-05-01T10:00:00Z","caloriesBurned":300}""")).AssertStatus(200);
        (await events.Api.PutAsync(path, """{"workoutType":"SWIM","durationMinutes":31,"workoutTimestamp":"2026-05-02T10:00:00Z"}""")).AssertStatus(200);
        (await events.Api.DeleteAsync(path)).AssertStatus(204);

        var published = await events.EventsOfAsync("changes");

        Assert.Equal([ChangeTypes.Logged, ChangeTypes.Replaced, ChangeTypes.Moved, ChangeTypes.Deleted], published.Select(detail => (string?)detail["type"]));
        Assert.Equal(["1", "2", "3", "4"], published.Select(detail => (string?)detail["version"]));
        Assert.All(published, detail => Assert.Equal(path.Split('/')[^1], (string?)detail["workoutId"]));
        Assert.Equal(4, published.Select(detail => (string?)detail["id"]).Distinct().Count());
        Assert.Equal(published.Select(Sequence).Order(), published.Select(Sequence));
        Assert.Equal(["30.5", "31", "31", null], published.Select(detail => (string?)detail["new"]!["minutes"]?["N"]));
        Assert.Equal([null, "30.5", "31", "31"], published.Select(detail => (string?)detail["old"]!["minutes"]?["N"]));
        Assert.Equal([null, "300", null, null], published.Select(detail => (string?)detail["new"]!["calories"]?["N"]));
        Assert.All(published, detail => Assert.Equal(Infra.Service.WorkoutEvent.Members.Select(member => member.Name), detail.Select(member => member.Key)));
    }

    [Fact]
    public async Task Only_committed_changes_are_events()
    {
        const string Body = """{"userId":"committed","workoutType":"RUN","durationMinutes":30}""";
        var first = await events.Api.PostAsync("/workouts", Body, ("Idempotency-Key", "once"));
        (await events.Api.PostAsync("/workouts", Body, ("Idempotency-Key", "once"))).AssertStatus(201);
        (await events.Api.PostAsync("/workouts", """{"userId":"committed","workoutType":"RUN","durationMinutes":-1}""")).AssertStatus(400);
        (await events.Api.PutAsync(first.Header("Location")!, """{"workoutType":"RUN","durationMinutes":5}""", ("If-Match", "\"9\""))).AssertStatus(412);
        (await events.Api.DeleteAsync(first.Header("Location")!, ("If-Match", "\"9\""))).AssertStatus(412);

        Assert.Equal(ChangeTypes.Logged, (string?)Assert.Single(await events.EventsOfAsync("committed"))["type"]);
    }

    [Fact]
    public async Task Erasing_a_user_is_an_event_and_leaves_nothing_in_the_table()
    {
        using var tables = new RunTables(events.Run, TimeProvider.System);
        var path = await events.Api.LogAsync("erased", "2026-05-01T10:00:00Z");
        (await events.Api.DeleteAsync(path)).AssertStatus(204);

        var erased = await tables.Erasure().EraseAsync("erased", _ => { }, tables.Scope());

        Assert.Equal((0, 1), (erased.Workouts, erased.Changes));
        Assert.True((await tables.Erasure().CountAsync("erased", tables.Scope())).IsEmpty);
        Assert.Equal([ChangeTypes.Logged, ChangeTypes.Deleted, ChangeTypes.Erased], (await events.EventsOfAsync("erased")).Select(detail => (string?)detail["type"]));
    }

    [Fact]
    public async Task A_reader_streams_events_and_resumes_where_it_stopped()
    {
        using var http = new HttpClient();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        await events.Api.LogAsync("stream", "2026-05-01T10:00:00Z");
        var last = await NumberAsync(http, "stream", after: 0, limit.Token);

        var next = NumberAsync(http, "stream", last, limit.Token);
        await events.Api.LogAsync("stream", "2026-05-02T10:00:00Z");

        Assert.True(await next > last);
    }

    [Fact]
    public async Task A_lost_response_repeats_the_event_with_its_id()
    {
        events.Run.Faults.Use(FaultSpec.Parse("""{"faults":[{"action":"events:PutEvents","function":"events","script":["resetAfterCommit"]}]}""", "The test"));
        try
        {
            await events.Api.LogAsync("repeated", "2026-05-01T10:00:00Z");
            var published = await events.EventsOfAsync("repeated");

            Assert.Equal(2, published.Length);
            Assert.True(JsonNode.DeepEquals(published[0], published[1]));
        }
        finally
        {
            events.Run.Faults.Clear();
        }
    }

    [Fact]
    public async Task The_pipe_uses_every_permission_of_its_role_and_no_other()
    {
        await events.Api.LogAsync("rights", "2026-05-01T10:00:00Z");
        await events.Run.SettleEventsAsync(CancellationToken.None);

        var rows = Local.Runner.Iam.GrantedAndUsed.Compare(events.Run.Description.Roles, CallLog.Read(events.Run.Calls.Path)).Where(row => row.Function == "events").ToArray();

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.True(row is { IsUnused: false, Denied: 0 }, $"{row}"));
        Assert.Equal(
            ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams", "events:PutEvents"],
            rows.Where(row => row.Used > 0).Select(row => row.Action));
    }

    private static UInt128 Sequence(JsonObject detail) => UInt128.Parse((string)detail["sequence"]!, CultureInfo.InvariantCulture);

    // Number of the user's first event in the stream.
    private async Task<long> NumberAsync(HttpClient http, string user, long after, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{events.Run.Url}/_events") { Headers = { { "Last-Event-ID", $"{after}" } } };
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(cancellation));
        long number = 0;
        while (await reader.ReadLineAsync(cancellation) is { } line)
        {
            number = line.StartsWith("id: ", StringComparison.Ordinal) ? long.Parse(line[4..], CultureInfo.InvariantCulture) : number;
            if (line.StartsWith("data: ", StringComparison.Ordinal) && (string?)JsonNode.Parse(line[6..])!["detail"]?["userId"] == user)
            {
                return number;
            }
        }

        throw new InvalidOperationException("The stream ended.");
    }
}

/// <summary>A pipe that can't publish.</summary>
public sealed class DeadLetterTests
{
    [Fact]
    public async Task A_dropped_change_leaves_a_dead_letter_and_raises_the_alarm()
    {
        using var folder = new Sandbox();
        await using var run = await EventRun.StartAsync(folder, TimeSpan.FromSeconds(0.2));
        run.Faults.Use(FaultSpec.Parse("""{"faults":[{"action":"events:PutEvents","kind":"internalError","rate":1}]}""", "The test"));
        var letters = new ConcurrentQueue<DeadLetterSent>();
        run.Events.Subscribe(happened =>
        {
            if (happened is DeadLetterSent sent)
            {
                letters.Enqueue(sent);
            }
        });

        await new ApiClient(new Uri(run.Url)).LogAsync("lost", "2026-05-01T10:00:00Z");
        await run.SettleEventsAsync(CancellationToken.None);

        var letter = Assert.Single(letters).Letter;
        Assert.Equal("RetryAttemptsExhausted", (string?)letter["context"]!["condition"]);
        Assert.Equal(21, (int?)letter["context"]!["approximateInvokeCount"]);
        Assert.Equal(1, (int?)letter["DDBStreamBatchInfo"]!["batchSize"]);
        Assert.DoesNotContain("\"lost\"", letter.ToJsonString(), StringComparison.Ordinal);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        while (run.CloudWatch!.Alarms.Single(alarm => alarm.Name.EndsWith("events-dead-letters", StringComparison.Ordinal)).State != AlarmState.Alarm)
        {
            await Task.Delay(100, limit.Token);
        }
    }
}
