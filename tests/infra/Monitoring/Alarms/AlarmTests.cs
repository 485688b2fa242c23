using WorkoutLog.Infra.Monitoring.Alarms;

namespace WorkoutLog.Infra.Tests.Monitoring.Alarms;

public class AlarmTests
{
    private static readonly Alarm _slow = new()
    {
        Kind = AlarmKind.ApiLatency,
        Name = "slow",
        Measure = "API latency",
        Impact = "Callers wait.",
        Series = [],
        Threshold = 500,
        Unit = "ms",
        Period = TimeSpan.FromMinutes(1),
        Periods = 10,
        BreachingPeriods = 6,
    };

    [Fact]
    public void Describes_metric_threshold_window_and_impact() =>
        Assert.Equal("API latency ≥ 500 ms in 6 of 10 one-minute periods. Callers wait.", _slow.Sentence);

    [Fact]
    public void Describes_a_lower_bound_and_a_single_period() => Assert.Equal(
        "API latency < 500 ms in a one-minute period. Callers wait.",
        (_slow with { Bound = Bound.Below, Periods = 1, BreachingPeriods = 1 }).Sentence);

    [Fact]
    public void Describes_seconds_a_note_and_one_breaching_period_of_several() => Assert.Equal(
        "API latency ≥ 1.5 s (with ≥ 20 requests) in 1 of 3 five-minute periods. Callers wait.",
        (_slow with { Threshold = 1500, Note = "with ≥ 20 requests", Period = TimeSpan.FromMinutes(5), Periods = 3, BreachingPeriods = 1 }).Sentence);
}
