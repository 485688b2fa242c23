using WorkoutLog.Local.WebConsole;

namespace WorkoutLog.Local.Tests.WebConsole;

public sealed class RequestHistoryTests
{
    private readonly RequestHistory _history = new(10);

    [Fact]
    public void Joins_the_parts_of_a_request_including_those_after_its_response()
    {
        _history.Add(Call("Root=1-a;Parent=53995c3f42cd8ad8;Sampled=1", "GetItem"));
        _history.Add(Call("Root=1-b", "Query"));
        _history.Add(Call(null, "GetParameters"));
        _history.Add(Call("Root=1-a", "TransactWriteItems"));
        Assert.Empty(_history.Latest());
        _history.Add(Request("a", "Root=1-a"));
        _history.Add(Invocation("Root=1-a"));

        var found = _history.Find("a")!;
        Assert.Equal("a", found.Request.RequestId);
        Assert.Equal(["GetItem", "TransactWriteItems"], found.Calls.Select(call => call.Operation));
        Assert.Equal(["a line"], Assert.Single(found.Invocations).Lines.AsEnumerable());
    }

    [Fact]
    public void Keeps_the_latest_requests_newest_first_and_bounds_each_of_them()
    {
        var history = new RequestHistory(3);
        Array.ForEach([.. Enumerable.Range(0, 20)], number => history.Add(Request($"{number}", $"Root=1-{number}", number)));

        Assert.Equal(["19", "18", "17"], history.Latest().Select(request => request.RequestId));
        Assert.Null(history.Find("0"));

        Array.ForEach([.. Enumerable.Range(0, 1000)], _ => history.Add(Call("Root=1-a", "GetItem")));
        history.Add(Request("a", "Root=1-a"));

        Assert.Equal(500, history.Find("a")!.Calls.Length);
    }

    [Fact]
    public void Takes_events_from_many_threads()
    {
        var history = new RequestHistory(100);

        Parallel.For(0, 100, number =>
        {
            history.Add(Call($"Root=1-{number}", "GetItem"));
            history.Add(Invocation($"Root=1-{number}"));
            history.Add(Request($"{number}", $"Root=1-{number}"));
        });

        Assert.All(history.Latest(), request => Assert.Single(history.Find(request.RequestId)!.Calls));
        Assert.Equal(100, history.Latest().Length);
    }

    private static ApiRequestEnded Request(string id, string traceId, int second = 0) => new(
        DateTimeOffset.UnixEpoch.AddSeconds(second), id, traceId, "GET", "/stats/athlete-1", "/stats/{userId}", 200, null, "QueryWorkouts",
        TimeSpan.FromMilliseconds(12), TimeSpan.FromMilliseconds(10), "LOCALSERVICE");

    private static InvocationEnded Invocation(string traceId) => new(
        DateTimeOffset.UnixEpoch, "QueryWorkouts", traceId, new InvocationResult.Answered("{}"u8.ToArray()), TimeSpan.FromMilliseconds(9), null, 1, ["a line"])
    {
        InvokedArn = "arn",
        Version = "1",
    };

    private static AwsCallEnded Call(string? traceId, string operation) =>
        new(DateTimeOffset.UnixEpoch, "QueryWorkouts", traceId, "dynamodb", operation, ["arn"], 200, null, TimeSpan.FromMilliseconds(2), []);
}
