using Amazon.Lambda.APIGatewayEvents;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using Moq;
using WorkoutLog.Contracts;
using WorkoutLog.Functions.Tests.Support;
using WorkoutLog.Http;
using WorkoutLog.Http.Answers;
using WorkoutLog.Http.Routing;
using WorkoutLog.Http.Runtime;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Functions.Tests.Http;

public sealed class ApiFunctionTests
{
    private readonly LogOutput _log = new();
    private readonly MetricOutput _metrics = new();

    [Fact]
    public async Task Routes_by_method_and_resource()
    {
        var function = Function(
            new("GET", "/workouts", (who, request) => Task.FromResult(ProblemAnswers.Of(ProblemKind.Conflict, request, $"list for {who}"))),
            new("POST", "/workouts", (who, request) => Task.FromResult(ProblemAnswers.Of(ProblemKind.Conflict, request, $"log for {who}"))));

        var answer = await function.HandleAsync(Events.PostWorkout(null), Invocations.Long);

        Assert.Equal("log for handlers", answer.Problem().Detail);
    }

    [Fact]
    public async Task Answers_404_to_an_unknown_route()
    {
        var function = Function(Throwing("POST", "/other"));

        var answer = await function.HandleAsync(Events.PostWorkout(null), Invocations.Long);

        var problem = answer.Problem();
        Assert.Equal((404, "No such path", "There is nothing at this path."), (answer.StatusCode, problem.Title, problem.Detail));
    }

    [Fact]
    public async Task Answers_405_with_the_allowed_methods_to_a_wrong_method()
    {
        var function = Function(Throwing("PUT", "/workouts"), Throwing("GET", "/workouts"), Throwing("DELETE", "/other"));

        var answer = await function.HandleAsync(Events.PostWorkout(null), Invocations.Long);

        Assert.Equal((405, "This path answers GET, PUT."), (answer.StatusCode, answer.Problem().Detail));
        Assert.Equal("GET, PUT", answer.Headers["Allow"]);
    }

    [Fact]
    public async Task Answers_404_to_an_event_without_anything()
    {
        var answer = await Function(Throwing("POST", "/workouts")).HandleAsync(new APIGatewayProxyRequest(), Invocations.Long);

        Assert.Equal(404, answer.StatusCode);
        Assert.Equal("invocation-1", answer.Read<Problem>().RequestId);
    }

    [Fact]
    public async Task Answers_500_without_detail_and_logs_the_unknown_error_under_the_request_id()
    {
        var function = Function(Throwing("POST", "/workouts", new InvalidOperationException("secret 42")));

        var answer = await function.HandleAsync(Events.PostWorkout("secret 43"), Invocations.Long);

        var problem = answer.Problem();
        Assert.Equal((500, "Something went wrong here", null), (answer.StatusCode, problem.Title, problem.Detail));
        Assert.DoesNotContain("secret", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", _log.Text, StringComparison.Ordinal);
        Assert.Equal(2, _log.Lines.Length);
        var line = _log.Lines[0];
        Assert.Equal(("ERROR", "request-1"), (line.GetProperty("level").GetString(), line.GetProperty("requestId").GetString()));
        Assert.Equal("System.InvalidOperationException", line.GetProperty("exceptions")[0].GetProperty("type").GetString());
    }

    [Theory]
    [InlineData(true, 409, "Other writes for this user kept getting in the way; nothing was written. Try again.")]
    [InlineData(false, 503, "The data could not be reached in time. Try again.")]
    public async Task Asks_to_retry_when_the_storage_gave_up(bool conflict, int status, string detail)
    {
        var cause = new IOException("reset");
        var function = Function(Throwing("POST", "/workouts", conflict ? new StorageConflictException(cause) : new StorageUnavailableException(cause)));

        var answer = await function.HandleAsync(Events.PostWorkout(null), Invocations.Long);

        Assert.Equal((status, detail), (answer.StatusCode, answer.Problem().Detail));
        Assert.Equal("1", answer.Headers["Retry-After"]);
    }

    [Fact]
    public async Task Logs_one_line_for_each_request_without_the_users_data()
    {
        var function = Function(new Route<string>(
            "POST", "/workouts", (_, request) => Task.FromResult(ProblemAnswers.NotYourData(request))));

        await function.HandleAsync(Events.PostWorkout("athlete-1", cognitoIdentityId: "athlete-2"), Invocations.Long);

        var line = Assert.Single(_log.Lines);
        Assert.Equal(
            ["timestamp", "level", "message", "requestId", "method", "resource", "status", "durationMs"],
            line.EnumerateObject().Select(property => property.Name));
        Assert.Equal(403, line.GetProperty("status").GetInt32());
        Assert.DoesNotContain("athlete", _log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_the_configuration_on_each_line_of_a_function_that_has_one()
    {
        var function = new ApiFunction<string>(
            [Throwing("POST", "/workouts")], "handlers", _log.Log, _metrics.Writer, TimeProvider.System, Rules.Deployed(_log.Log, FixedTime.Default));

        await function.HandleAsync(Events.PostWorkout(null), Invocations.Long);

        Assert.Equal(["Request failed deployed", "Request handled deployed"], _log.Lines.Select(line => $"{line.GetProperty("message")} {line.GetProperty("configVersion")}"));
    }

    [Fact]
    public async Task A_request_keeps_its_rules_while_they_are_refreshed_and_waits_for_no_refresh()
    {
        var time = new ManualTime();
        var parameters = new Mock<IAmazonSimpleSystemsManagement>(MockBehavior.Strict);
        var answer = new TaskCompletionSource<GetParametersResponse>();
        parameters.Setup(p => p.GetParametersAsync(It.IsAny<GetParametersRequest>(), It.IsAny<CancellationToken>())).Returns(answer.Task);
        var rules = new RuntimeRules(parameters.Object, "/p", Rules.Default, _log.Log, _metrics.Writer, time);
        var seen = new List<decimal>();
        var function = new ApiFunction<string>(
            [
                new("POST", "/workouts", async (_, request) =>
                {
                    seen.Add(request.Rules.MaxDurationMinutes);
                    answer.TrySetResult(new GetParametersResponse { Parameters = [new() { Name = "/p/max-duration-minutes", Value = "600", Version = 2 }] });
                    while (rules.Current.Version == "deployed")
                    {
                        await Task.Yield();
                    }

                    seen.Add(request.Rules.MaxDurationMinutes);
                    return EmptyAnswers.NoContent();
                }),
            ],
            "handlers",
            _log.Log,
            _metrics.Writer,
            TimeProvider.System,
            rules);
        time.Advance(TimeSpan.FromMinutes(5));

        await function.HandleAsync(Events.PostWorkout(null), Invocations.Long);
        await function.HandleAsync(Events.PostWorkout(null), Invocations.Long);

        Assert.Equal([1440, 1440, 600, 600], seen);
        Assert.Equal(
            ["deployed", "max-duration-minutes:2,supported-types:deployed"],
            _log.Lines.Where(line => line.GetProperty("level").GetString() == "INFO").Select(line => line.GetProperty("configVersion").GetString()));
    }

    [Fact]
    public async Task Emits_what_was_counted_also_when_the_request_failed()
    {
        var function = Function(new Route<string>("POST", "/workouts", (_, request) =>
        {
            request.Metrics.CountRefused(2);
            throw new InvalidOperationException();
        }));

        await function.HandleAsync(Events.PostWorkout(null), Invocations.Long);

        Assert.EndsWith("\"Environment\":\"test\",\"ValidationErrors\":2}", Assert.Single(_metrics.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_without_rules_has_none_to_go_by()
    {
        var function = Function(new Route<string>("POST", "/workouts", (_, request) => throw new InvalidOperationException($"{request.Rules}")));

        var answer = await function.HandleAsync(Events.PostWorkout(null), Invocations.Long);

        Assert.Equal(500, answer.StatusCode);
    }

    private ApiFunction<string> Function(params Route<string>[] routes) => new(routes, "handlers", _log.Log, _metrics.Writer, TimeProvider.System);

    private static Route<string> Throwing(string method, string resource, Exception? exception = null) =>
        new(method, resource, (_, _) => throw exception ?? new InvalidOperationException("The wrong route was taken."));
}
