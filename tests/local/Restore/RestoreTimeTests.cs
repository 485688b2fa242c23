using WorkoutLog.Local.Restore;

namespace WorkoutLog.Local.Tests.Restore;

public sealed class RestoreTimeTests
{
    private static readonly DateTimeOffset _now = new(2026, 4, 30, 12, 0, 0, 400, TimeSpan.Zero);

    [Theory, Cases]
    public void Accepts_a_time_in_range_to_the_second(string text, string expected)
    {
        var (time, error) = RestoreTime.Read(text, _now);

        Assert.Null(error);
        Assert.Equal(expected, RestoreTime.Text(time));
    }

    [Theory, Cases]
    public void Names_the_range_for_any_other_time(string text) => Assert.Equal(
        "--at must be a time with an offset, such as 2026-04-30T11:55:00Z, from 2026-03-26T12:00:01Z (35 days ago) to 2026-04-30T11:55:00Z (5 minutes ago); "
        + $"got \"{text}\".",
        RestoreTime.Read(text, _now).Error);

    [Fact]
    public void Accepts_every_second_in_range_with_any_offset() => Prop.ForAll(
        Gen.Choose(301, (35 * 24 * 3600) - 1).SelectMany(_ => Gen.Choose(-56, 56), (seconds, quarters) => (seconds, quarters)).ToArbitrary(),
        sample =>
        {
            var time = _now.AddMilliseconds(-400).AddSeconds(-sample.seconds).ToOffset(TimeSpan.FromMinutes(15 * sample.quarters));

            return RestoreTime.Read(time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture), _now) == (time.ToUniversalTime(), null);
        }).QuickCheckThrowOnFailure();
}
