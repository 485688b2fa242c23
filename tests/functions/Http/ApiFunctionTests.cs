using Amazon.Lambda.Serialization.SystemTextJson;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using Moq;
using WorkoutLog.Http;
using WorkoutLog.Http.Runtime;
using WorkoutLog.ProcessWorkout;
using WorkoutLog.QueryWorkouts;

namespace WorkoutLog.Functions.Tests.Http;

public sealed class ApiFunctionTests
{
    private const string TraceRoot = "1-5759e988-bd862e3fe1be46a994272793";

    private readonly LogOutput _log = new();
    private readonly MetricOutput _metrics = new();

    [Fact]
    public async Task Routes_by_method_and_resource()
    {
        var answer = await PostAsync(
            new("GET", "/workouts", (_, _) => throw new InvalidOperationException("The wrong route was taken.")),
            new("POST", "/workouts", (handlers, request) => Task.FromResult(Responses.Of(Problems.Of(ProblemKind.Conflict, request, handlers)))));

        Assert.Equal("handlers", answer.Problem().Detail);
    }

    [Fact]
    public async Task Returns_404_for_an_unknown_path_and_405_with_the_allowed_methods_for_a_wrong_method()
    {
        var unknown = await PostAsync(Throwing("POST", "/other"));
        var wrong = await PostAsync(Throwing("PUT", "/workouts"), Throwing("GET", "/workouts"), Throwing("DELETE", "/other"));
        var empty = await Function(Throwing("POST", "/workouts")).HandleAsync(new APIGatewayProxyRequest(), Invocations.Long);

        Assert.Equal("404 route-not-found", unknown.Kind());
        Assert.Equal(("405 method-not-allowed", "GET, HEAD, PUT"), (wrong.Kind(), wrong.Headers["Allow"]));
        Assert.Equal((404, "invocation-1"), (empty.StatusCode, empty.Read<Problem>().RequestId));
    }

    [Fact]
    public async Task Answers_HEAD_as_GET_without_the_body()
    {
        var function = Function(new Route<string>("GET", "/workouts", (_, request) => Task.FromResult(Responses.Of(Problems.Of(ProblemKind.NotYourData, request, "body")))));

        var get = await function.HandleAsync(Events.Event("GET", "/workouts"), Invocations.Long);
        var head = await function.HandleAsync(Events.Event("HEAD", "/workouts"), Invocations.Long);

        Assert.NotNull(get.Body);
        Assert.Null(head.Body);
        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(get.Headers, head.Headers);
    }

    [Theory]
    [InlineData("https://app.example.org", true)]
    [InlineData("https://APP.example.org", false)]
    [InlineData("https://app.example.org.evil.example", false)]
    [InlineData("null", false)]
    [InlineData(null, false)]
    public async Task Lets_pages_of_the_allowed_origins_read_every_response(string? origin, bool isAllowed)
    {
        var request = Events.PostWorkout("{}");
        request = origin is null ? request : request.With("origin", origin);

        var answer = await Function(["https://app.example.org", "http://localhost:5173"], Throwing("POST", "/workouts", new InvalidOperationException()))
            .HandleAsync(request, Invocations.Long);

        Assert.Equal((500, "Origin"), (answer.StatusCode, answer.Headers["Vary"]));
        Assert.Equal(isAllowed ? origin : null, answer.Headers.TryGetValue("Access-Control-Allow-Origin", out var allowed) ? allowed : null);
        Assert.Equal(isAllowed, answer.Headers.TryGetValue("Access-Control-Expose-Headers", out var shown) && shown.Contains("ETag", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sends_no_CORS_headers_without_allowed_origins()
    {
        var answer = await Function(Throwing("POST", "/workouts")).HandleAsync(Events.PostWorkout("{}").With("Origin", "https://app.example.org"), Invocations.Long);

        Assert.DoesNotContain(answer.Headers, header => header.Key == "Vary" || header.Key.StartsWith("Access-Control", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Answers_500_without_detail_and_logs_the_unknown_error_under_the_request_id()
    {
        var answer = await Function(Throwing("POST", "/workouts", new InvalidOperationException("secret 42")))
            .HandleAsync(Events.PostWorkout("secret 43"), Invocations.Long);

        Assert.Equal(("500 internal-error", null), (answer.Kind(), answer.Problem().Detail));
        Assert.DoesNotContain("secret", answer.Body + _log.Text, StringComparison.Ordinal);
        Assert.Equal(["ERROR request-1", "INFO request-1"], _log.Show("level", "requestId"));
        Assert.Equal("System.InvalidOperationException", _log.Lines[0].GetProperty("exceptions")[0].GetProperty("type").GetString());
    }

    [Fact]
    public async Task Sends_Retry_After_only_if_the_storage_gave_up()
    {
        var cause = new IOException("reset");
        var conflict = await PostAsync(Throwing("POST", "/workouts", new StorageConflictException(cause)));
        var unavailable = await PostAsync(Throwing("POST", "/workouts", new StorageUnavailableException(cause)));
        var rejected = await PostAsync(Throwing("POST", "/workouts", new StorageRejectedException(cause)));

        Assert.Equal(("409 conflict", "1"), (conflict.Kind(), conflict.Headers["Retry-After"]));
        Assert.Equal(("503 unavailable", "1"), (unavailable.Kind(), unavailable.Headers["Retry-After"]));
        Assert.Equal(("400 invalid-request", false), (rejected.Kind(), rejected.Headers.ContainsKey("Retry-After")));
    }

    [Fact]
    public async Task Logs_one_line_for_each_request_without_the_users_data()
    {
        await Function(new Route<string>("POST", "/workouts", (_, request) => Task.FromResult(Responses.Of(Problems.Of(ProblemKind.NotYourData, request, "athlete-1")))))
            .HandleAsync(Events.PostWorkout("athlete-1", athlete: "athlete-2"), Invocations.Long);

        var line = Assert.Single(_log.Lines);
        Assert.Equal(
            ["timestamp", "level", "message", "requestId", "method", "resource", "status", "durationMs"],
            line.EnumerateObject().Select(property => property.Name));
        Assert.Equal(403, line.GetProperty("status").GetInt32());
        Assert.DoesNotContain("athlete", _log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($"Root={TraceRoot};Parent=53995c3f42cd8ad8;Sampled=1", TraceRoot)]
    [InlineData($"Self=1-67891234-12456789abcdef012345678;Root={TraceRoot}", TraceRoot)]
    [InlineData($"Parent=53995c3f42cd8ad8; root={TraceRoot} ;Sampled=0;Lineage=1:a87bd80c:0", TraceRoot)]
    [InlineData(null, "-")]
    [InlineData("", "-")]
    [InlineData("Sampled=1", "-")]
    [InlineData("Root=;Sampled=1", "-")]
    public async Task Each_line_of_a_request_has_the_id_of_the_whole_trace(string? header, string traceId)
    {
        await Function(Throwing("POST", "/workouts")).HandleAsync(Events.PostWorkout(null), Invocations.Traced(header));

        Assert.Equal([$"Request failed {traceId}", $"Request handled {traceId}"], _log.Show("message", "traceId"));
    }

    [Theory]
    [InlineData(LogLevel.Debug, 2)]
    [InlineData(LogLevel.Info, 2)]
    [InlineData(LogLevel.Warn, 2)]
    [InlineData(LogLevel.Error, 0)]
    public void The_log_omits_lines_below_its_level(LogLevel least, int lines)
    {
        var log = new LogOutput(least);

        log.Log.ParameterRefused("a", "its value is not valid", "deployed");
        log.Log.ParametersNotRead(new IOException(), "deployed");

        Assert.Equal(lines, log.Lines.Length);
    }

    [Fact]
    public async Task A_request_keeps_its_rules_during_a_refresh_and_does_not_wait_for_it()
    {
        var time = new ManualTime();
        var parameters = new Mock<IAmazonSimpleSystemsManagement>(MockBehavior.Strict);
        var answer = new TaskCompletionSource<GetParametersResponse>();
        parameters.Setup(p => p.GetParametersAsync(It.IsAny<GetParametersRequest>(), It.IsAny<CancellationToken>())).Returns(answer.Task);
        var rules = new RuntimeRules(parameters.Object, "/p", TestApi.Rules, _log.Log, _metrics.Writer, time);
        var seen = new List<int>();
        var route = new Route<string>("POST", "/workouts", async (_, request) =>
        {
            seen.Add(request.Rules[WorkoutLimit.MaxDurationMinutes]);
            answer.TrySetResult(new GetParametersResponse { Parameters = [new() { Name = "/p/max-duration-minutes", Value = "600", Version = 2 }] });
            while (rules.Current.Version == "deployed")
            {
                await Task.Yield();
            }

            seen.Add(request.Rules[WorkoutLimit.MaxDurationMinutes]);
            return Responses.NoContent();
        });
        var function = new ApiFunction<string>([route], "handlers", _log.Log, _metrics.Writer, TimeProvider.System, Events.ServiceRoles, rules);
        time.Advance(TimeSpan.FromMinutes(5));

        await function.HandleAsync(Events.PostWorkout(null), Invocations.Long);
        await function.HandleAsync(Events.PostWorkout(null), Invocations.Long);

        Assert.Equal([1440, 1440, 600, 600], seen);
        Assert.Equal(
            ["INFO deployed", "INFO max-duration-minutes:2," + string.Join(',', WorkoutLimit.All[1..].Select(limit => $"{limit.Parameter}:deployed")) + ",supported-types:deployed"],
            _log.Show("level", "configVersion").Where(line => line.StartsWith("INFO", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_failed_request_emits_its_metrics_and_logs_its_configuration()
    {
        var route = new Route<string>("POST", "/workouts", (_, request) =>
        {
            request.Metrics.CountRefused(2);
            throw new InvalidOperationException();
        });

        await new ApiFunction<string>([route], "handlers", _log.Log, _metrics.Writer, TimeProvider.System, Events.ServiceRoles, TestApi.DeployedRules(_log.Log, FixedTime.Default))
            .HandleAsync(Events.PostWorkout(null), Invocations.Long);

        Assert.Equal(["ValidationErrors=2"], _metrics.Counts);
        Assert.Equal(["Request failed deployed", "Request handled deployed"], _log.Show("message", "configVersion"));
    }

    [Fact]
    public async Task A_function_without_rules_refuses_to_return_them() =>
        Assert.Equal(500, (await PostAsync(new Route<string>("POST", "/workouts", (_, request) => Task.FromResult(new APIGatewayProxyResponse { Body = $"{request.Rules}" })))).StatusCode);

    [Fact]
    public async Task A_warm_up_succeeds_over_a_client_that_sends_nothing()
    {
        var api = new TestApi(DynamoDbClients.CreateForWarmup("us-east-1"));

        Assert.Equal(201, await Warmup.PlayAsync(api.Process, new SourceGeneratorLambdaJsonSerializer<ProcessWorkoutJson>(), WorkoutLog.ProcessWorkout.WarmupEvent.LogWorkout));
        Assert.Equal(200, await Warmup.PlayAsync(api.Query, new SourceGeneratorLambdaJsonSerializer<QueryWorkoutsJson>(), WorkoutLog.QueryWorkouts.WarmupEvent.GetStats));
    }

    private Task<APIGatewayProxyResponse> PostAsync(params Route<string>[] routes) => Function(routes).HandleAsync(Events.PostWorkout(null), Invocations.Long);

    private ApiFunction<string> Function(params Route<string>[] routes) => Function([], routes);

    private ApiFunction<string> Function(string[] origins, params Route<string>[] routes) =>
        new(routes, "handlers", _log.Log, _metrics.Writer, TimeProvider.System, Events.ServiceRoles) { AllowedOrigins = origins };

    private static Route<string> Throwing(string method, string resource, Exception? exception = null) =>
        new(method, resource, (_, _) => throw exception ?? new InvalidOperationException("The wrong route was taken."));
}
