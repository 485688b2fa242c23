namespace WorkoutLog.Offline.Tests.Lambda;

public sealed class InitializationTests : RuntimeTests
{
    [Fact]
    public async Task Initializes_once_before_the_first_event()
    {
        using var state = new ProcessState();
        var initialized = 0;
        Api.AddEvent("id-1", """{"item":"tea","count":1}""");
        Api.AddEvent("id-2", """{"item":"tea","count":2}""");
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
        using var bootstrap = Build(
            (order, _) => Task.FromResult(new Receipt(order.Item)),
            () => throw new InvalidOperationException("LOGS_TABLE is not set"));

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => bootstrap.RunAsync());
        var call = await Api.NextCallAsync();

        Assert.Equal("LOGS_TABLE is not set", exception.Message);
        Assert.Equal("init/error", call.Path);
        Assert.Equal("InvalidOperationException", call.Json.GetProperty("errorType").GetString());
        Assert.Equal("LOGS_TABLE is not set", call.Json.GetProperty("errorMessage").GetString());
        Assert.Equal(0, Api.EventsAskedFor);
    }

    [Fact]
    public async Task Asks_for_no_event_when_the_initializer_declines()
    {
        using var state = new ProcessState();
        using var bootstrap = Build((order, _) => Task.FromResult(new Receipt(order.Item)), () => Task.FromResult(false));

        await bootstrap.RunAsync();

        Assert.Equal(0, Api.EventsAskedFor);
    }
}
