using WorkoutLog.Local.Runner.Lambda;
using WorkoutLog.Local.Tests.Support;

namespace WorkoutLog.Local.Tests.Runner.Lambda;

/// <summary>A start that fails or takes too long.</summary>
public sealed class InitTests : IDisposable
{
    private static readonly TimeSpan _soon = TimeSpan.FromMilliseconds(300);
    private readonly FunctionBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Starts_once_more_after_an_INIT_that_took_too_long()
    {
        await _bench.SetAsync("hangs-in-the-first-start");
        await using var function = _bench.Create(initLimit: _soon);

        var answer = await FunctionBench.InvokeAsync(function, "{}");

        Assert.IsType<InvocationResult.Answered>(answer);
        Assert.Contains(_bench.Log, line => line.StartsWith("INIT_REPORT Init Duration: ", StringComparison.Ordinal) && line.EndsWith("\tPhase: init\tStatus: timeout", StringComparison.Ordinal));
        Assert.DoesNotContain(_bench.Log, line => line.StartsWith("REPORT ", StringComparison.Ordinal) && line.Contains("Init Duration", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Starts_once_more_after_a_runtime_that_ended_in_INIT()
    {
        await _bench.SetAsync("refuses-the-first-start");
        await using var function = _bench.Create();

        var answer = await FunctionBench.InvokeAsync(function, "{}");

        Assert.IsType<InvocationResult.Answered>(answer);
        Assert.Contains(_bench.Log, line => line.EndsWith("\tPhase: init\tStatus: error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reports_a_runtime_that_ends_in_each_INIT()
    {
        await _bench.SetAsync("refuses-to-start");
        await using var function = _bench.Create();

        Assert.Equal(new InvocationResult.Crashed(3), await FunctionBench.InvokeAsync(function, "{}"));
    }

    [Fact]
    public async Task Counts_the_second_INIT_as_a_part_of_the_invocation()
    {
        await _bench.SetAsync("hangs-in-each-start");
        await using var function = _bench.Create(timeoutSeconds: 1, initLimit: _soon);

        Assert.Equal(new InvocationResult.TimedOut(TimeSpan.FromSeconds(1)), await FunctionBench.InvokeAsync(function, "{}"));
    }
}
