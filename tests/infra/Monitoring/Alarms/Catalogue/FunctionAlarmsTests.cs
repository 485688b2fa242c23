namespace WorkoutLog.Infra.Tests.Monitoring.Alarms.Catalogue;

public class FunctionAlarmsTests
{
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";

    [Theory]
    [InlineData("7", 5600)]
    [InlineData("28", 22400)]
    public async Task A_function_comes_near_its_timeout_at_four_fifths_of_it(string seconds, double milliseconds)
    {
        var graph = await ProgramRun.OfAsync("prod", ("queryWorkoutsTimeoutSeconds", seconds));

        var alarm = graph.Named(Alarm, "observability-QueryWorkouts-duration").Inputs;
        Assert.Equal(milliseconds, alarm["threshold"]!.GetValue<double>());
        Assert.Equal("IF(m1 >= 5, m0, 0)", alarm["metricQueries"]![2]!["expression"]!.ToString());
    }

    [Theory]
    [InlineData("100", 80)]
    [InlineData("3", 3)]
    public async Task A_function_comes_near_its_reserve_at_four_fifths_of_it(string reserve, double calls)
    {
        var graph = await ProgramRun.OfAsync("prod", ("queryWorkoutsReservedConcurrency", reserve));

        Assert.Equal(calls, graph.Named(Alarm, "observability-QueryWorkouts-concurrency").Inputs["threshold"]!.GetValue<double>());
    }

    [Fact]
    public async Task A_function_without_a_reserve_has_none_to_come_near()
    {
        var graph = await ProgramRun.OfAsync("prod", ("queryWorkoutsReservedConcurrency", "unreserved"));

        Assert.DoesNotContain(graph.OfType(Alarm), alarm => alarm.Name == "observability-QueryWorkouts-concurrency");
    }

    [Fact]
    public async Task Functions_are_watched_at_the_alias_that_callers_reach()
    {
        var graph = await ProgramRun.OfAsync("dev");

        var name = graph.Named("aws:lambda/function:Function", "ProcessWorkout").Outputs["name"];
        var alarm = graph.Named(Alarm, "observability-ProcessWorkout-errors").Inputs;
        Assert.Equal(("AWS/Lambda", "Errors"), (alarm["namespace"]!.ToString(), alarm["metricName"]!.ToString()));
        Assert.Equal($$"""{"FunctionName":"{{name}}","Resource":"{{name}}:live"}""", alarm["dimensions"]!.ToJsonString());
        Assert.Equal(("Sum", 300), (alarm["statistic"]!.ToString(), alarm["period"]!.GetValue<double>()));
    }
}
