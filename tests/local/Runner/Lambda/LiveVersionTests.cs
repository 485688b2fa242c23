using WorkoutLog.Local.Runner.Lambda;
using WorkoutLog.Local.Tests.Support;

namespace WorkoutLog.Local.Tests.Runner.Lambda;

public sealed class LiveVersionTests : IDisposable
{
    private readonly FunctionBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Uses_an_idle_process_again()
    {
        await using var function = _bench.Create();

        var first = await FunctionBench.InvokeAsync(function, "{}");
        var second = await FunctionBench.InvokeAsync(function, "{}");

        Assert.Equal(FunctionBench.ProcessOf(first), FunctionBench.ProcessOf(second));
    }

    [Fact]
    public async Task Starts_a_further_process_for_a_concurrent_event()
    {
        await using var function = _bench.Create();

        var results = await Task.WhenAll(FunctionBench.InvokeAsync(function, "slow"), FunctionBench.InvokeAsync(function, "slow"));

        Assert.NotEqual(FunctionBench.ProcessOf(results[0]), FunctionBench.ProcessOf(results[1]));
    }

    [Fact]
    public async Task Reports_a_crash_and_starts_afresh()
    {
        await using var function = _bench.Create();
        var before = await FunctionBench.InvokeAsync(function, "{}");

        var crash = await FunctionBench.InvokeAsync(function, "crash");
        var after = await FunctionBench.InvokeAsync(function, "{}");

        Assert.Equal(new InvocationResult.Crashed(7), crash);
        Assert.NotEqual(FunctionBench.ProcessOf(before), FunctionBench.ProcessOf(after));
        Assert.Contains(_bench.Log, line => line.EndsWith("Error: Runtime exited with error: exit status 7", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Kills_a_process_at_the_declared_timeout_and_starts_afresh()
    {
        await using var function = _bench.Create(timeoutSeconds: 1);
        var before = await FunctionBench.InvokeAsync(function, "{}");

        var late = await FunctionBench.InvokeAsync(function, "hang");
        var after = await FunctionBench.InvokeAsync(function, "{}");

        Assert.Equal(new InvocationResult.TimedOut(TimeSpan.FromSeconds(1)), late);
        Assert.NotEqual(FunctionBench.ProcessOf(before), FunctionBench.ProcessOf(after));
        Assert.Contains(_bench.Log, line => line.EndsWith("Task timed out after 1.00 seconds", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Keeps_the_process_of_an_error_that_the_function_reported()
    {
        await using var function = _bench.Create();
        var before = await FunctionBench.InvokeAsync(function, "{}");

        var failed = await FunctionBench.InvokeAsync(function, "fail");
        var after = await FunctionBench.InvokeAsync(function, "{}");

        Assert.Equal(new InvocationResult.Failed("""{"errorType":"Oops"}"""), failed);
        Assert.Equal(FunctionBench.ProcessOf(before), FunctionBench.ProcessOf(after));
    }

    [Fact]
    public async Task Gives_an_event_to_another_process_when_the_idle_one_left()
    {
        await _bench.SetAsync("leaves-after-one");
        await using var function = _bench.Create();

        var first = await FunctionBench.InvokeAsync(function, "{}");
        var second = await FunctionBench.InvokeAsync(function, "{}");

        Assert.NotEqual(FunctionBench.ProcessOf(first), FunctionBench.ProcessOf(second));
    }

    [Fact]
    public async Task Passes_on_what_the_function_prints()
    {
        await using var function = _bench.Create();

        await FunctionBench.InvokeAsync(function, "{}");

        Assert.Contains("received an event", _bench.Log);
    }

    [Fact]
    public async Task Leaves_no_process_behind()
    {
        var function = _bench.Create();
        var process = int.Parse(FunctionBench.ProcessOf(await FunctionBench.InvokeAsync(function, "{}")), System.Globalization.CultureInfo.InvariantCulture);

        await function.DisposeAsync();

        Assert.False(Directory.Exists($"/proc/{process}"));
    }
}
