namespace WorkoutLog.Infra.Tests.Monitoring.Alarms.Catalogue;

public class FunctionAlarmsTests
{
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";

    [Theory]
    [InlineData("7", 5600)]
    [InlineData("28", 22400)]
    public async Task The_duration_alarm_is_at_80_percent_of_the_timeout(string seconds, double milliseconds)
    {
        var graph = await ProgramRun.OfAsync("prod", ("queryWorkoutsTimeoutSeconds", seconds));

        var alarm = graph.Named(Alarm, "observability-QueryWorkouts-duration").Inputs;
        Assert.Equal(milliseconds, alarm["threshold"]!.GetValue<double>());
        Assert.Equal("IF(m1 >= 5, m0, 0)", alarm["metricQueries"]![2]!["expression"]!.ToString());
    }

    [Theory]
    [InlineData("100", 80)]
    [InlineData("3", 3)]
    public async Task The_concurrency_alarm_is_at_80_percent_of_the_reservation(string reserve, double calls)
    {
        var graph = await ProgramRun.OfAsync("prod", ("queryWorkoutsReservedConcurrency", reserve));

        Assert.Equal(calls, graph.Named(Alarm, "observability-QueryWorkouts-concurrency").Inputs["threshold"]!.GetValue<double>());
    }

    [Fact]
    public async Task A_function_without_reserved_concurrency_has_no_concurrency_alarm()
    {
        var graph = await ProgramRun.OfAsync("prod", ("queryWorkoutsReservedConcurrency", "unreserved"));

        Assert.DoesNotContain(graph.OfType(Alarm), alarm => alarm.Name == "observability-QueryWorkouts-concurrency");
    }

    [Fact]
    public async Task Function_alarms_watch_the_live_alias()
    {
        var graph = await ProgramRun.OfAsync("dev");

        var name = graph.Named("aws:lambda/function:Function", "ProcessWorkout").Outputs["name"];
        var alarm = graph.Named(Alarm, "observability-ProcessWorkout-errors").Inputs;
        Assert.Equal(("AWS/Lambda", "Errors"), (alarm["namespace"]!.ToString(), alarm["metricName"]!.ToString()));
        Assert.Equal($$"""{"FunctionName":"{{name}}","Resource":"{{name}}:live"}""", alarm["dimensions"]!.ToJsonString());
        Assert.Equal(("Sum", 300), (alarm["statistic"]!.ToString(), alarm["period"]!.GetValue<double>()));
    }
}
