using WorkoutLog.Local.Runner.Lambda;
using WorkoutLog.Local.Tests.Support;

namespace WorkoutLog.Local.Tests.Runner.Lambda;

public sealed class ConcurrencyTests : IDisposable
{
    private readonly FunctionBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Throttles_beyond_the_reserved_concurrency_and_serves_again_afterwards()
    {
        await using var function = _bench.Create(reservedConcurrency: 2);

        var results = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => FunctionBench.InvokeAsync(function, "slow")));
        var after = await FunctionBench.InvokeAsync(function, "{}");

        Assert.Equal(2, results.OfType<InvocationResult.Answered>().Count());
        Assert.Equal(3, results.OfType<InvocationResult.Throttled>().Count());
        Assert.IsType<InvocationResult.Answered>(after);
    }

    [Fact]
    public async Task Gives_a_place_back_after_a_crash()
    {
        await using var function = _bench.Create(reservedConcurrency: 1);

        Assert.IsType<InvocationResult.Crashed>(await FunctionBench.InvokeAsync(function, "crash"));
        Assert.IsType<InvocationResult.Answered>(await FunctionBench.InvokeAsync(function, "{}"));
    }

    [Fact]
    public async Task Serves_nothing_where_no_concurrency_is_reserved_at_all()
    {
        await using var function = _bench.Create(reservedConcurrency: 0);

        Assert.IsType<InvocationResult.Throttled>(await FunctionBench.InvokeAsync(function, "{}"));
    }

    [Fact]
    public async Task Lets_events_wait_where_nothing_is_reserved()
    {
        await using var function = _bench.Create();

        var results = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => FunctionBench.InvokeAsync(function, "{}")));

        Assert.All(results, result => Assert.IsType<InvocationResult.Answered>(result));
    }
}
