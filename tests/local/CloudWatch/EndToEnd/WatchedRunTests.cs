namespace WorkoutLog.Local.Tests.CloudWatch.EndToEnd;

public sealed class WatchedRunTests(Stacks stacks) : IClassFixture<Stacks>, IAsyncLifetime
{
    // Only a run that hangs comes near it.
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(3);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workout-test-");
    private readonly ConcurrentQueue<string> _log = new();
    private readonly Recorder _recorder = new();
    private LocalRun _run = null!;

    private LocalCloudWatch CloudWatch => _run.CloudWatch!;

    public async Task InitializeAsync()
    {
        var repository = Path.Combine(_folder.FullName, "repository");
        LocalRepository.Create(repository);
        var options = new LocalRunOptions(repository, 0, _log.Enqueue, TimeProvider.System) { MetricMinute = TimeSpan.FromSeconds(1.5) };
        _run = await LocalRun.StartAsync(stacks.Dev, options, CancellationToken.None);
        _run.Events.Subscribe(_recorder.Add);
    }

    public async Task DisposeAsync()
    {
        await _run.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task What_belongs_to_a_request_has_its_trace_and_widgets_read_metrics_of_functions_and_published_ones()
    {
        await new ApiClient(new Uri(_run.Url)).LogAsync("athlete", "2026-05-09T07:30:00Z", minutes: 30);
        await WaitAsync(() => !_recorder.Invocations.IsEmpty);

        var (request, invocation) = (_recorder.Requests.Single(), _recorder.Invocations.Single());
        // What a function calls in INIT belongs to no request.
        var calls = _recorder.Calls.Where(call => call.Service == "dynamodb" && call.TraceId is not null).ToArray();
        Assert.Equal(("POST", "/workouts", 201, "ProcessWorkout"), (request.Method, request.Route, request.Status, request.Function));
        Assert.Equal(request.TraceId, invocation.TraceId);
        Assert.Contains(invocation.Lines, line => line.Contains("\"_aws\"", StringComparison.Ordinal));
        Assert.Contains(invocation.Lines, line => line.StartsWith("REPORT ", StringComparison.Ordinal));
        Assert.NotEmpty(calls);
        Assert.All(calls, call => Assert.Equal(request.TraceId, call.TraceId));
        Assert.All(calls, call => Assert.True(call.Tables.Sum(table => table.ReadUnits + table.WriteUnits) > 0));

        using var http = new HttpClient();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Action"] = "PutMetricData",
            ["Namespace"] = "WorkoutLog",
            ["MetricData.member.1.MetricName"] = "StatisticsDrift",
            ["MetricData.member.1.Dimensions.member.1.Name"] = "Environment",
            ["MetricData.member.1.Dimensions.member.1.Value"] = "dev",
            ["MetricData.member.1.Value"] = "2",
        });
        using var published = await http.PostAsync(new Uri(new Uri(_run.Url), "/_cloudwatch"), form);

        Assert.Equal(200, (int)published.StatusCode);
        await WaitAsync(() => LastOf("DurationMinutes") == 30 && LastOf("StatisticsDrift") == 2);
    }

    private double? LastOf(string metric)
    {
        var widget = new JsonObject { ["stat"] = "Sum", ["period"] = 60, ["metrics"] = new JsonArray(new JsonArray("WorkoutLog", metric, "Environment", "dev")) };
        return CloudWatch.Read(widget, TimeSpan.FromHours(3)).Single().Points is [.., var last] ? last.Value : null;
    }

    private async Task WaitAsync(Func<bool> isSo)
    {
        using var limit = new CancellationTokenSource(_patience);
        while (!isSo())
        {
            Assert.False(limit.IsCancellationRequested, $"It did not come to it:\n{string.Join('\n', _log.TakeLast(30))}");
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    private sealed class Recorder
    {
        public ConcurrentQueue<ApiRequestEnded> Requests { get; } = new();

        public ConcurrentQueue<InvocationEnded> Invocations { get; } = new();

        public ConcurrentQueue<AwsCallEnded> Calls { get; } = new();

        public void Add(RunEvent happened)
        {
            switch (happened)
            {
                case ApiRequestEnded request:
                    Requests.Enqueue(request);
                    break;
                case InvocationEnded invocation:
                    Invocations.Enqueue(invocation);
                    break;
                case AwsCallEnded call:
                    Calls.Enqueue(call);
                    break;
            }
        }
    }
}
