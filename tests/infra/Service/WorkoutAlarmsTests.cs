namespace WorkoutLog.Infra.Tests.Service;

public class WorkoutAlarmsTests
{
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";

    [Fact]
    public async Task Drift_keeps_its_state_until_the_next_repair()
    {
        var graph = await ProgramRun.OfAsync("prod");

        var alarm = graph.Named(Alarm, "observability-application-statistics-drift").Inputs;
        Assert.Equal("""{"Environment":"prod"}""", alarm["dimensions"]!.ToJsonString());
        Assert.Equal(("WorkoutLog", "StatisticsDrift", "ignore"), (alarm["namespace"]!.ToString(), alarm["metricName"]!.ToString(), alarm["treatMissingData"]!.ToString()));
        Assert.Equal((1, 1), (alarm["evaluationPeriods"]!.GetValue<double>(), alarm["datapointsToAlarm"]!.GetValue<double>()));
    }

    [Fact]
    public async Task Two_failed_reads_of_parameters_in_15_minutes_raise_an_alarm()
    {
        var graph = await ProgramRun.OfAsync("prod");

        var alarm = graph.Named(Alarm, "observability-application-parameters-not-read").Inputs;
        Assert.Equal(("WorkoutLog", "ParametersNotRead", """{"Environment":"prod"}"""), (alarm["namespace"]!.ToString(), alarm["metricName"]!.ToString(), alarm["dimensions"]!.ToJsonString()));
        Assert.Equal((2, 900, 1), (alarm["threshold"]!.GetValue<double>(), alarm["period"]!.GetValue<double>(), alarm["evaluationPeriods"]!.GetValue<double>()));
    }
}
