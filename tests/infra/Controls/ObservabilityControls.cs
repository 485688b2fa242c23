namespace WorkoutLog.Infra.Tests.Controls;

public class ObservabilityControls
{
    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Log_groups_have_a_retention(string stack)
    {
        var graph = await ProgramRun.OfAsync(stack);

        Assert.All(graph.OfType("aws:cloudwatch/logGroup:LogGroup"), group => Assert.True(group.Inputs["retentionInDays"]!.GetValue<double>() > 0));
    }

    [Fact]
    public async Task Log_groups_are_encrypted_with_the_key()
    {
        var graph = await ProgramRun.OfAsync("prod");

        var key = graph.Only("aws:kms/key:Key").Outputs["arn"]!.ToString();
        Assert.All(graph.OfType("aws:cloudwatch/logGroup:LogGroup"), group => Assert.Equal(key, group.Inputs["kmsKeyId"]!.ToString()));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Log_groups_are_created_before_their_function(string stack)
    {
        var graph = await ProgramRun.OfAsync(stack);

        Assert.All(graph.OfType("aws:lambda/function:Function"), function =>
        {
            var group = Assert.Single(graph.OfType("aws:cloudwatch/logGroup:LogGroup"), group =>
                group.Outputs["name"]!.ToString() == function.Inputs["loggingConfig"]!["logGroup"]!.ToString());
            Assert.Contains(group.Urn, function.Options.DependsOn);
        });
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Alarms_have_a_description_actions_that_are_on_and_a_missing_data_behaviour(string stack)
    {
        var graph = await ProgramRun.OfAsync(stack);

        var topic = graph.Only("aws:sns/topic:Topic").Outputs["arn"]!.ToString();
        var alarms = graph.OfType("aws:cloudwatch/metricAlarm:MetricAlarm");
        Assert.NotEmpty(alarms);
        Assert.All(alarms, alarm =>
        {
            Assert.NotEmpty(alarm.Inputs["alarmDescription"]!.ToString());
            Assert.Equal([topic], alarm.Inputs["alarmActions"]!.AsArray().Select(action => action!.ToString()));
            Assert.Equal([topic], alarm.Inputs["okActions"]!.AsArray().Select(action => action!.ToString()));
            Assert.True(alarm.Inputs["actionsEnabled"]?.GetValue<bool>() ?? true);
            Assert.True(alarm.Inputs["treatMissingData"]!.ToString() is "notBreaching" or "breaching" or "ignore");
        });
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task SNS_is_encrypted(string stack)
    {
        var graph = await ProgramRun.OfAsync(stack);

        Assert.All(graph.OfType("aws:sns/topic:Topic"), topic => Assert.NotEmpty(topic.Inputs["kmsMasterKeyId"]!.ToString()));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task SNS_is_published_to_over_TLS_only_and_not_public(string stack)
    {
        var graph = await ProgramRun.OfAsync(stack);

        var topics = graph.OfType("aws:sns/topic:Topic").Select(topic => topic.Outputs["arn"]!.ToString());
        var policies = graph.OfType("aws:sns/topicPolicy:TopicPolicy");
        Assert.Equal(topics, policies.Select(policy => policy.Inputs["arn"]!.ToString()));
        Assert.All(policies, policy =>
        {
            var statements = policy.Json("policy")["Statement"]!.AsArray();
            Assert.Contains(statements, statement => statement!["Effect"]!.ToString() == "Deny"
                && statement["Condition"]!.ToJsonString().Contains("\"aws:SecureTransport\":", StringComparison.Ordinal));
            Assert.All(
                statements.Where(statement => statement!["Effect"]!.ToString() == "Allow"),
                statement => Assert.DoesNotContain("\"*\"", statement!["Principal"]!.ToJsonString(), StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task SQS_is_not_used()
    {
        var graph = await ProgramRun.OfAsync("prod");

        Assert.DoesNotContain(graph.Resources, resource => resource.Type.StartsWith("aws:sqs/", StringComparison.Ordinal));
    }
}
