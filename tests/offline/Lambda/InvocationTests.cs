using System.Net;
using Amazon.Lambda.RuntimeSupport;

namespace WorkoutLog.Offline.Tests.Lambda;

public sealed class InvocationTests : RuntimeTests
{
    [Fact]
    public async Task Answers_each_event_with_the_result_of_the_handler()
    {
        using var state = new ProcessState();
        AddEvents("tea", "a very long name for a drink", "milk");
        using var bootstrap = Build((order, _) => Task.FromResult(new Receipt($"{order.Count} {order.Item}")));

        var calls = await RunAsync(bootstrap, 3);

        Assert.Equal(
            [
                new RuntimeApiCall("invocation/id-1/response", "application/json", null, """{"Text":"1 tea"}"""),
                new RuntimeApiCall("invocation/id-2/response", "application/json", null, """{"Text":"2 a very long name for a drink"}"""),
                new RuntimeApiCall("invocation/id-3/response", "application/json", null, """{"Text":"3 milk"}"""),
            ],
            calls);
    }

    [Fact]
    public async Task Reports_an_exception_of_the_handler_and_continues()
    {
        using var state = new ProcessState();
        AddEvents("gin", "tea");
        using var bootstrap = Build(async (order, _) =>
        {
            await Task.Yield();
            return order.Item == "gin"
                ? throw new InvalidOperationException("no \"gin\"\nhere", new FormatException("inner"))
                : new Receipt(order.Item);
        });

        var calls = await RunAsync(bootstrap, 2);

        var error = calls[0].Json;
        Assert.Equal(
            ("invocation/id-1/error", "application/vnd.aws.lambda.error+json", "InvalidOperationException"),
            (calls[0].Path, calls[0].ContentType, calls[0].ErrorType));
        Assert.Equal(("InvalidOperationException", "no \"gin\"\nhere"), (Text(error, "errorType"), Text(error, "errorMessage")));
        Assert.StartsWith("at WorkoutLog.Offline.Tests.Lambda.", error.GetProperty("stackTrace")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal(("FormatException", "inner"), (Text(error.GetProperty("cause"), "errorType"), Text(error.GetProperty("cause"), "errorMessage")));
        Assert.Equal("invocation/id-2/response", calls[1].Path);
    }

    [Fact]
    public async Task Reports_every_cause_of_an_aggregate()
    {
        using var state = new ProcessState();
        AddEvents("tea");
        using var bootstrap = Build((_, _) => throw new AggregateException(new FormatException("one"), new TimeoutException("two")));

        var calls = await RunAsync(bootstrap, 1);

        Assert.Equal(["one", "two"], calls[0].Json.GetProperty("causes").EnumerateArray().Select(cause => Text(cause, "errorMessage")));
    }

    [Fact]
    public async Task Reports_an_event_that_it_cannot_read()
    {
        using var state = new ProcessState();
        Api.AddEvent("id-1", "not JSON");
        using var bootstrap = BuildEcho();

        var calls = await RunAsync(bootstrap, 1);

        Assert.Equal(("invocation/id-1/error", "JsonSerializerException"), (calls[0].Path, calls[0].ErrorType));
        Assert.StartsWith(
            "Error converting the Lambda event JSON payload to type WorkoutLog.Offline.Tests.Lambda.Order: ",
            Text(calls[0].Json, "errorMessage"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ends_when_the_API_rejects_a_response()
    {
        using var state = new ProcessState();
        AddEvents("tea");
        Api.AnswerToPosts = HttpStatusCode.RequestEntityTooLarge;
        using var bootstrap = BuildEcho();

        var exception = await Assert.ThrowsAnyAsync<RuntimeApiClientException>(() => bootstrap.RunAsync());

        Assert.Equal(413, exception.StatusCode);
        Assert.Equal("Payload Too Large\n\nStatus: 413\nResponse: \n{\"errorMessage\":\"no\",\"errorType\":\"Refused\"}", exception.Message);
    }

    [Fact]
    public async Task Ends_after_one_event_when_told_to_run_once()
    {
        using var state = new ProcessState(("AWS_LAMBDA_DOTNET_DEBUG_RUN_ONCE", "true"));
        AddEvents("tea", "tea");
        using var bootstrap = BuildEcho();

        await bootstrap.RunAsync();

        Assert.Equal(1, Api.EventsAskedFor);
    }

    [Fact]
    public async Task Initializes_once_before_the_first_event()
    {
        using var state = new ProcessState();
        var initialized = 0;
        AddEvents("tea", "tea");
        using var bootstrap = Build(
            (_, _) => Task.FromResult(new Receipt($"{initialized}")),
            () => Task.FromResult(++initialized == 1));

        var calls = await RunAsync(bootstrap, 2);

        Assert.Equal(["""{"Text":"1"}""", """{"Text":"1"}"""], calls.Select(call => call.Body));
    }

    [Fact]
    public async Task Reports_a_failed_initialization_and_ends_with_it()
    {
        using var state = new ProcessState();
        using var bootstrap = BuildEcho(() => throw new InvalidOperationException("LOGS_TABLE is not set"));

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => bootstrap.RunAsync());
        var call = await Api.NextCallAsync();

        Assert.Equal("LOGS_TABLE is not set", exception.Message);
        Assert.Equal(
            ("init/error", "InvalidOperationException", "LOGS_TABLE is not set"),
            (call.Path, Text(call.Json, "errorType"), Text(call.Json, "errorMessage")));
        Assert.Equal(0, Api.EventsAskedFor);
    }

    [Fact]
    public async Task Requests_no_event_when_the_initializer_returns_false()
    {
        using var state = new ProcessState();
        using var bootstrap = BuildEcho(() => Task.FromResult(false));

        await bootstrap.RunAsync();

        Assert.Equal(0, Api.EventsAskedFor);
    }
}
