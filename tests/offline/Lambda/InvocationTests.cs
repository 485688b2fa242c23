using System.Net;
using Amazon.Lambda.RuntimeSupport;

namespace WorkoutLog.Offline.Tests.Lambda;

public sealed class InvocationTests : RuntimeTests
{
    [Fact]
    public async Task Answers_each_event_with_what_the_handler_returns()
    {
        using var state = new ProcessState();
        Api.AddEvent("id-1", """{"item":"tea","count":2}""");
        Api.AddEvent("id-2", """{"item":"a very long name for a drink","count":1}""");
        Api.AddEvent("id-3", """{"item":"milk","count":3}""");
        using var bootstrap = Build((order, _) => Task.FromResult(new Receipt($"{order.Count} {order.Item}")));

        var calls = await RunAsync(bootstrap, 3);

        Assert.Equal(
            [
                new RuntimeApiCall("invocation/id-1/response", "application/json", null, """{"Text":"2 tea"}"""),
                new RuntimeApiCall("invocation/id-2/response", "application/json", null, """{"Text":"1 a very long name for a drink"}"""),
                new RuntimeApiCall("invocation/id-3/response", "application/json", null, """{"Text":"3 milk"}"""),
            ],
            calls);
    }

    [Fact]
    public async Task Reports_an_exception_of_the_handler_and_goes_on()
    {
        using var state = new ProcessState();
        Api.AddEvent("id-1", """{"item":"gin","count":1}""");
        Api.AddEvent("id-2", """{"item":"tea","count":1}""");
        using var bootstrap = Build(async (order, _) =>
        {
            await Task.Yield();
            return order.Item == "gin"
                ? throw new InvalidOperationException("no \"gin\"\nhere", new FormatException("inner"))
                : new Receipt(order.Item);
        });

        var calls = await RunAsync(bootstrap, 2);

        Assert.Equal("invocation/id-1/error", calls[0].Path);
        Assert.Equal("application/vnd.aws.lambda.error+json", calls[0].ContentType);
        Assert.Equal("InvalidOperationException", calls[0].ErrorType);
        Assert.Equal("InvalidOperationException", calls[0].Json.GetProperty("errorType").GetString());
        Assert.Equal("no \"gin\"\nhere", calls[0].Json.GetProperty("errorMessage").GetString());
        Assert.StartsWith(
            "at WorkoutLog.Offline.Tests.Lambda.",
            calls[0].Json.GetProperty("stackTrace")[0].GetString(),
            StringComparison.Ordinal);
        Assert.Equal("FormatException", calls[0].Json.GetProperty("cause").GetProperty("errorType").GetString());
        Assert.Equal("inner", calls[0].Json.GetProperty("cause").GetProperty("errorMessage").GetString());
        Assert.Equal("invocation/id-2/response", calls[1].Path);
    }

    [Fact]
    public async Task Reports_every_cause_of_an_aggregate()
    {
        using var state = new ProcessState();
        Api.AddEvent("id-1", """{"item":"tea","count":1}""");
        using var bootstrap = Build((_, _) => throw new AggregateException(new FormatException("one"), new TimeoutException("two")));

        var calls = await RunAsync(bootstrap, 1);

        var causes = calls[0].Json.GetProperty("causes").EnumerateArray().Select(cause => cause.GetProperty("errorMessage").GetString());
        Assert.Equal(["one", "two"], causes);
    }

    [Fact]
    public async Task Reports_an_event_that_it_cannot_read()
    {
        using var state = new ProcessState();
        Api.AddEvent("id-1", "not JSON");
        using var bootstrap = Build((order, _) => Task.FromResult(new Receipt(order.Item)));

        var calls = await RunAsync(bootstrap, 1);

        Assert.Equal("invocation/id-1/error", calls[0].Path);
        Assert.Equal("JsonSerializerException", calls[0].ErrorType);
        Assert.StartsWith(
            "Error converting the Lambda event JSON payload to type WorkoutLog.Offline.Tests.Lambda.Order: ",
            calls[0].Json.GetProperty("errorMessage").GetString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ends_when_the_API_refuses_a_response()
    {
        using var state = new ProcessState();
        Api.AddEvent("id-1", """{"item":"tea","count":1}""");
        Api.AnswerToPosts = HttpStatusCode.RequestEntityTooLarge;
        using var bootstrap = Build((order, _) => Task.FromResult(new Receipt(order.Item)));

        var exception = await Assert.ThrowsAnyAsync<RuntimeApiClientException>(() => bootstrap.RunAsync());

        Assert.Equal(413, exception.StatusCode);
        Assert.Equal(
            "Payload Too Large\n\nStatus: 413\nResponse: \n{\"errorMessage\":\"no\",\"errorType\":\"Refused\"}",
            exception.Message);
    }

    [Fact]
    public async Task Ends_after_one_event_when_told_to_run_once()
    {
        using var state = new ProcessState(("AWS_LAMBDA_DOTNET_DEBUG_RUN_ONCE", "true"));
        Api.AddEvent("id-1", """{"item":"tea","count":1}""");
        Api.AddEvent("id-2", """{"item":"tea","count":2}""");
        using var bootstrap = Build((order, _) => Task.FromResult(new Receipt(order.Item)));

        await bootstrap.RunAsync();

        Assert.Equal(1, Api.EventsAskedFor);
    }
}
