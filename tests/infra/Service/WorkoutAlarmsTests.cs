namespace WorkoutLog.Infra.Tests.Service;

public class WorkoutAlarmsTests
{
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";

    [Fact]
    public async Task What_a_repair_found_holds_until_the_next_repair()
    {
        var graph = await ProgramRun.OfAsync("prod");

        var alarm = graph.Named(Alarm, "observability-application-statistics-drift").Inputs;
        Assert.Equal("""{"Environment":"prod"}""", alarm["dimensions"]!.ToJsonString());
        Assert.Equal(("WorkoutLog", "StatisticsDrift", "ignore"), (alarm["namespace"]!.ToString(), alarm["metricName"]!.ToString(), alarm["treatMissingData"]!.ToString()));
        Assert.Equal((1, 1), (alarm["evaluationPeriods"]!.GetValue<double>(), alarm["datapointsToAlarm"]!.GetValue<double>()));
    }
}
