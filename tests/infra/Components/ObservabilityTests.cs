namespace WorkoutLog.Infra.Tests.Components;

public class ObservabilityTests
{
    [Theory]
    [InlineData("dev", 14)]
    [InlineData("prod", 30)]
    public async Task Log_groups_keep_their_events_as_long_as_the_stack_says(string stack, int days)
    {
        var groups = (await ProgramRun.OfAsync(stack)).OfType("aws:cloudwatch/logGroup:LogGroup");

        Assert.Equal(2, groups.Length);
        Assert.All(groups, group => Assert.Equal(days, group.Inputs["retentionInDays"]!.GetValue<double>()));
    }

    [Fact]
    public async Task Repeated_errors_of_the_alias_raise_an_alarm()
    {
        var graph = await ProgramRun.OfAsync("dev");

        var name = graph.Named("aws:lambda/function:Function", "ProcessWorkout").Outputs["name"];
        var alarm = graph.Named("aws:cloudwatch/metricAlarm:MetricAlarm", "observability-ProcessWorkout-errors").Inputs;
        Assert.Equal(("AWS/Lambda", "Errors"), (alarm["namespace"]!.ToString(), alarm["metricName"]!.ToString()));
        Assert.Equal($$"""{"FunctionName":"{{name}}","Resource":"{{name}}:live"}""", alarm["dimensions"]!.ToJsonString());
        Assert.Equal("notBreaching", alarm["treatMissingData"]!.ToString());
    }
}
