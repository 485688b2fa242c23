namespace WorkoutLog.Local.Tests.Runner;

public sealed class UseCountTests
{
    [Fact]
    public void Ends_once_with_the_last_user_and_takes_no_more()
    {
        var ended = 0;
        var uses = new UseCount(() => ended++);

        Assert.True(uses.TryEnter());
        uses.Leave();
        Assert.Equal(0, ended);
        uses.Leave();

        Assert.Equal(1, ended);
        Assert.False(uses.TryEnter());
        Assert.Equal(1, ended);
    }

    [Fact]
    public async Task Never_ends_while_in_use_under_concurrency()
    {
        for (var round = 0; round < 200; round++)
        {
            var (isOver, within, wrong) = (0, 0, 0);
            var uses = new UseCount(() =>
            {
                Interlocked.Increment(ref isOver);
                Interlocked.Add(ref wrong, Volatile.Read(ref within));
            });
            var users = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
            {
                for (var visit = 0; visit < 100 && uses.TryEnter(); visit++)
                {
                    Interlocked.Increment(ref within);
                    Interlocked.Add(ref wrong, Volatile.Read(ref isOver));
                    Interlocked.Decrement(ref within);
                    uses.Leave();
                }
            })).ToArray();

            uses.Leave();
            await Task.WhenAll(users);

            Assert.Equal((1, 0), (isOver, wrong));
        }
    }
}
