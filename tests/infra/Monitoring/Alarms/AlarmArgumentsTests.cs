using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Utilities;
using WorkoutLog.Infra.Monitoring;
using WorkoutLog.Infra.Monitoring.Alarms;
using WorkoutLog.Infra.Naming;

namespace WorkoutLog.Infra.Tests.Monitoring.Alarms;

public class AlarmArgumentsTests
{
    [Theory]
    [InlineData("Sum", "Sum", null)]
    [InlineData("p99", null, "p99")]
    [InlineData("p99.9", null, "p99.9")]
    public async Task Percentiles_have_a_separate_member(string statistic, string? plain, string? percentile)
    {
        var args = Of(Alarm(statistic));

        Assert.Equal((plain, percentile), (await ValueAsync(args.Statistic), await ValueAsync(args.ExtendedStatistic)));
    }

    [Theory]
    [InlineData(Bound.AtLeast, "GreaterThanOrEqualToThreshold")]
    [InlineData(Bound.Below, "LessThanThreshold")]
    public async Task A_bound_is_a_comparison(Bound bound, string comparison)
    {
        var args = Of(Alarm("Sum") with { Bound = bound });

        Assert.Equal(comparison, await ValueAsync(args.ComparisonOperator));
    }

    [Theory]
    [InlineData(MissingData.NotBreaching, "notBreaching")]
    [InlineData(MissingData.Breaching, "breaching")]
    [InlineData(MissingData.Ignore, "ignore")]
    public async Task Missing_data_uses_CloudWatchs_values(MissingData missing, string word)
    {
        var args = Of(Alarm("Sum") with { MissingData = missing });

        Assert.Equal(word, await ValueAsync(args.TreatMissingData));
    }

    private static Alarm Alarm(string statistic) => new()
    {
        Kind = AlarmKind.ApiLatency,
        Name = "slow",
        Measure = "API latency",
        Impact = "Callers wait.",
        Series = [new MetricSeries(new Metric("N", "M", []), statistic, "m")],
        Threshold = 1,
    };

    private static MetricAlarmArgs Of(Alarm alarm) => AlarmArguments.Of("api", alarm, new StackAlarms(new StackNames("p", "s"), "r", new Runbooks("docs"), "arn"));

    private static async Task<string?> ValueAsync(Input<string>? input) => input is null ? null : await OutputUtilities.GetValueAsync(input.ToOutput());
}
