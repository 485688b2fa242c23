namespace WorkoutLog.Local.Tests.CloudWatch.EndToEnd;

public sealed class WatchedRunTests(Stacks stacks) : IClassFixture<Stacks>, IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workout-test-");
    private readonly RunRecorder _recorder = new();
    private LocalRun _run = null!;

    public async Task InitializeAsync()
    {
        var repository = Path.Combine(_folder.FullName, "repository");
        LocalRepository.Create(repository);
        var options = new LocalRunOptions(repository, 0, _recorder.Log.Enqueue, TimeProvider.System) { MetricMinute = TimeSpan.FromSeconds(1.5) };
        _run = await LocalRun.StartAsync(stacks.Dev, options, CancellationToken.None);
        _recorder.Watch(_run);
    }

    public async Task DisposeAsync()
    {
        await _run.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_request_and_its_calls_share_a_trace_and_widgets_read_function_and_published_metrics()
    {
        await new ApiClient(new Uri(_run.Url)).LogAsync("athlete", "2026-05-09T07:30:00Z", minutes: 30);
        // The run reports the request after the caller has its response, in no fixed order.
        await _recorder.UntilAsync(() => _recorder.Of<InvocationEnded>() is not [] && _recorder.Of<ApiRequestEnded>() is not []);

        var (request, invocation) = (_recorder.Of<ApiRequestEnded>().Single(), _recorder.Of<InvocationEnded>().Single());
        // Calls in INIT belong to no request.
        var calls = _recorder.Of<AwsCallEnded>().Where(call => call.Service == "dynamodb" && call.TraceId is not null).ToArray();
        Assert.Equal(("POST", "/workouts", 201, "ProcessWorkout"), (request.Method, request.Route, request.Status, request.Function));
        Assert.Equal(request.TraceId, invocation.TraceId);
        Assert.Contains(invocation.Lines, line => line.Contains("\"_aws\"", StringComparison.Ordinal));
        Assert.Contains(invocation.Lines, line => line.StartsWith("REPORT ", StringComparison.Ordinal));
        Assert.NotEmpty(calls);
        Assert.All(calls, call => Assert.Equal(request.TraceId, call.TraceId));
        Assert.All(calls, call => Assert.True(call.Tables.Sum(table => table.ReadUnits + table.WriteUnits) > 0));

        using var http = new HttpClient();
        using var form = new StringContent(
            "Action=PutMetricData&Namespace=WorkoutLog&MetricData.member.1.MetricName=StatisticsDrift&MetricData.member.1.Value=2"
            + "&MetricData.member.1.Dimensions.member.1.Name=Environment&MetricData.member.1.Dimensions.member.1.Value=dev");
        using var published = await http.PostAsync(new Uri(new Uri(_run.Url), "/_cloudwatch"), form);

        Assert.Equal(200, (int)published.StatusCode);
        await _recorder.UntilAsync(() => LastOf("DurationMinutes") == 30 && LastOf("StatisticsDrift") == 2);
    }

    private double? LastOf(string metric)
    {
        var widget = new JsonObject { ["stat"] = "Sum", ["period"] = 60, ["metrics"] = new JsonArray(new JsonArray("WorkoutLog", metric, "Environment", "dev")) };
        return _run.CloudWatch!.Read(widget, TimeSpan.FromHours(3)).Single().Points is [.., var last] ? last.Value : null;
    }
}
