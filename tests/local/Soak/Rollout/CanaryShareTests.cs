using WorkoutLog.Local.Soak.Rollout;

namespace WorkoutLog.Local.Tests.Soak.Rollout;

public sealed class CanaryShareTests
{
    // The bounds beyond which one in two million runs falls, each side, computed with exact fractions.
    [Theory]
    [InlineData(1000, 56, false)]
    [InlineData(1000, 57, true)]
    [InlineData(1000, 149, true)]
    [InlineData(1000, 150, false)]
    [InlineData(0, 0, true)]
    [InlineData(1, 1, true)]
    [InlineData(6, 6, true)]
    [InlineData(7, 7, false)]
    public void Believes_only_what_chance_makes(int requests, int taken, bool isLikely) =>
        Assert.Equal(isLikely, new CanaryShare(requests, taken, 0.1).IsLikely);

    [Fact]
    public void Tells_the_share() => Assert.Equal("83 of 1,828 requests, 4.5 %; 10 % asked for", new CanaryShare(1828, 83, 0.1).ToString());
}
