using WorkoutLog.Infra.Monitoring.Alarms;
using WorkoutLog.Infra.Service;

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
    public void Describes_itself_with_its_threshold_its_unit_its_periods_its_severity_and_its_runbook() => Assert.Equal(
        "The API is slow: at least 0.5 seconds in 1 minute, 6 times in 10 minutes. Ticket: docs/runbooks/api-latency.md",
        _slow.Describe(WorkoutRunbooks.At(null)));

    [Fact]
    public void Describes_a_lower_bound_and_a_single_period() => Assert.Equal(
        "The API is slow: less than 0.5 seconds in 1 minute. Ticket: docs/runbooks/api-latency.md",
        (_slow with { Bound = Bound.Below, Periods = 1, WrongPeriods = 1 }).Describe(WorkoutRunbooks.At(null)));

    [Fact]
    public void Describes_one_wrong_period_of_several() => Assert.Equal(
        "The API is slow: at least 0.5 seconds in 5 minutes, once in 15 minutes. Ticket: docs/runbooks/api-latency.md",
        (_slow with { Period = TimeSpan.FromMinutes(5), Periods = 3, WrongPeriods = 1 }).Describe(WorkoutRunbooks.At(null)));

    [Fact]
    public void Links_to_where_the_runbooks_are_read() => Assert.EndsWith(
        " Ticket: https://example.com/runbooks/api-latency.md",
        _slow.Describe(new Runbooks("https://example.com/runbooks")),
        StringComparison.Ordinal);
}
