using WorkoutLog.Infra.Monitoring;

namespace WorkoutLog.Infra.Tests.Monitoring;

public class AlarmTests
{
    [Fact]
    public void Describes_itself_with_its_threshold_its_unit_and_its_periods()
    {
        var alarm = new Alarm
        {
            Name = "slow",
            Meaning = "The API is slow",
            Series = [],
            Threshold = 0.5,
            Unit = "seconds",
            Period = TimeSpan.FromMinutes(1),
            Periods = 10,
            WrongPeriods = 6,
        };

        Assert.Equal("The API is slow: at least 0.5 seconds in 1 minutes, 6 times in 10 minutes.", alarm.Description);
    }
}
