namespace WorkoutLog.Local.Tests.Runner.Lambda;

public sealed class ConcurrencyLimitTests
{
    private const int Unreserved = 10;

    [Fact]
    public async Task Throttles_above_the_reservation_and_admits_again()
    {
        var limit = new ConcurrencyLimit(2);

        Assert.Equal([1, 2, null], [await EnterAsync(limit), await EnterAsync(limit), await EnterAsync(limit)]);
        limit.Leave();

        Assert.Equal(2, await EnterAsync(limit));
    }

    [Fact]
    public async Task Queues_unreserved_events_in_order_and_skips_cancelled_waiters()
    {
        var limit = await FullAsync();
        using var stop = new CancellationTokenSource();
        var (first, stopped, second) = (EnterAsync(limit), limit.TryEnterAsync(stop.Token), EnterAsync(limit));
        await stop.CancelAsync();
        Assert.False(first.IsCompleted);
        limit.Leave();
        Assert.Equal(Unreserved, await first);
        Assert.False(second.IsCompleted);
        limit.Leave();

        await Assert.ThrowsAsync<TaskCanceledException>(() => stopped);
        Assert.Equal(Unreserved, await second);
    }

    [Fact]
    public async Task A_change_counts_running_events()
    {
        var limit = await FullAsync();
        var waiting = EnterAsync(limit);

        limit.Change(9);
        limit.Leave();
        Assert.Null(await EnterAsync(limit));
        Assert.False(waiting.IsCompleted);
        limit.Leave();

        Assert.Equal(9, await waiting);
    }

    private static async Task<ConcurrencyLimit> FullAsync()
    {
        var limit = new ConcurrencyLimit(null);
        for (var i = 1; i <= Unreserved; i++)
        {
            Assert.Equal(i, await EnterAsync(limit));
        }

        return limit;
    }

    private static Task<int?> EnterAsync(ConcurrencyLimit limit) => limit.TryEnterAsync(CancellationToken.None);
}
