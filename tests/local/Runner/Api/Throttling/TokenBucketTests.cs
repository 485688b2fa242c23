using FsCheck;
using FsCheck.Fluent;
using WorkoutLog.Local.Runner.Api.Throttling;
using WorkoutLog.Local.Tests.Support;

namespace WorkoutLog.Local.Tests.Runner.Api.Throttling;

public sealed class TokenBucketTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public void Lets_a_burst_through_and_no_more()
    {
        var bucket = new TokenBucket(100, 200, _clock);

        Assert.Equal(200, Take(bucket, 1_000));
    }

    [Fact]
    public void Gives_tokens_back_at_the_rate_up_to_the_burst()
    {
        var bucket = new TokenBucket(0.5m, 3, _clock);
        Take(bucket, 3);

        _clock.Advance(TimeSpan.FromTicks((2 * TimeSpan.TicksPerSecond) - 1));
        var early = Take(bucket, 10);
        _clock.Advance(TimeSpan.FromTicks(1));
        var onTime = Take(bucket, 10);
        _clock.Advance(TimeSpan.FromDays(1));
        var afterADay = Take(bucket, 10);

        Assert.Equal((0, 1, 3), (early, onTime, afterADay));
    }

    [Theory]
    [InlineData(0, 5, 5)]
    [InlineData(5, 0, 0)]
    public void Runs_dry_without_a_rate_and_is_empty_without_a_burst(int rate, int burst, int expected)
    {
        var bucket = new TokenBucket(rate, burst, _clock);

        var taken = Take(bucket, 10);
        _clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(expected, taken + Take(bucket, 10));
    }

    [Fact]
    public async Task Stays_exact_when_many_ask_at_once()
    {
        var bucket = new TokenBucket(1_000, 500, _clock);

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Take(bucket, 500))));

        Assert.Equal(500, taken.Sum());
    }

    [Fact]
    public void Lets_through_just_what_the_bucket_of_the_definition_holds() => Prop.ForAll(
        ArbMap.Default.ArbFor<PositiveInt>().Generator
            .SelectMany(rate => Gen.Choose(0, 20), (rate, burst) => (Rate: rate.Get / 8m, Burst: burst))
            .SelectMany(_ => Gen.Choose(0, 3_000_000).Select(ticks => TimeSpan.FromTicks(ticks)).ArrayOf(), (limits, pauses) => (limits.Rate, limits.Burst, Pauses: pauses))
            .ToArbitrary(),
        test =>
        {
            var clock = new ManualClock();
            var bucket = new TokenBucket(test.Rate, test.Burst, clock);
            var held = (decimal)test.Burst;
            foreach (var pause in test.Pauses)
            {
                clock.Advance(pause);
                held = Math.Min(test.Burst, held + (test.Rate * pause.Ticks / TimeSpan.TicksPerSecond));
                var expected = held >= 1;
                held -= expected ? 1 : 0;
                Assert.Equal(expected, bucket.TryTake());
            }
        }).QuickCheckThrowOnFailure();

    private static int Take(TokenBucket bucket, int times) => Enumerable.Range(0, times).Count(_ => bucket.TryTake());
}
