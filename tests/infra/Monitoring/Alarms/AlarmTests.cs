using WorkoutLog.Infra.Monitoring.Alarms;

namespace WorkoutLog.Infra.Tests.Monitoring.Alarms;

public class AlarmTests
{
    private static readonly Alarm _slow = new()
    {
        Kind = AlarmKind.ApiLatency,
        Name = "slow",
        Meaning = "The API is slow",
        Series = [],
        Threshold = 0.5,
        Unit = "seconds",
        Period = TimeSpan.FromMinutes(1),
        Periods = 10,
        WrongPeriods = 6,
    };

    [Fact]
    public void Describes_itself_with_its_threshold_its_unit_and_its_periods() =>
        Assert.Equal("The API is slow: at least 0.5 seconds in 1 minute, 6 times in 10 minutes.", _slow.Sentence);

    [Fact]
    public void Describes_a_lower_bound_and_a_single_period() => Assert.Equal(
        "The API is slow: less than 0.5 seconds in 1 minute.",
        (_slow with { Bound = Bound.Below, Periods = 1, WrongPeriods = 1 }).Sentence);

    [Fact]
    public void Describes_one_wrong_period_of_several() => Assert.Equal(
        "The API is slow: at least 0.5 seconds in 5 minutes, once in 15 minutes.",
        (_slow with { Period = TimeSpan.FromMinutes(5), Periods = 3, WrongPeriods = 1 }).Sentence);
}
