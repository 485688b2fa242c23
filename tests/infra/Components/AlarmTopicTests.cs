namespace WorkoutLog.Infra.Tests.Components;

public class AlarmTopicTests
{
    private const string Topic = "aws:sns/topic:Topic";

    [Fact]
    public async Task Is_encrypted_with_the_key_of_the_stack()
    {
        var graph = await ProgramRun.OfAsync("prod", ("encryption", "customerKey"));

        Assert.Equal(graph.Named("aws:kms/key:Key", "key").Outputs["arn"]!.ToString(), graph.Only(Topic).Inputs["kmsMasterKeyId"]!.ToString());
    }

    [Fact]
    public async Task Has_a_key_for_CloudWatch_even_in_a_stack_without_one()
    {
        var graph = await ProgramRun.OfAsync("dev", ("encryption", "awsOwned"));

        var key = graph.Only("aws:kms/key:Key");
        Assert.Equal(key.Outputs["arn"]!.ToString(), graph.Only(Topic).Inputs["kmsMasterKeyId"]!.ToString());
        Assert.Equal(graph.Only("workoutlog:index:AlarmTopic").Urn, key.Parent);
        Assert.True(key.Inputs["enableKeyRotation"]!.GetValue<bool>());
        Assert.Contains("""{"Service":"cloudwatch.amazonaws.com"}""", key.Inputs["policy"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_address_keeps_its_subscription_when_another_is_removed()
    {
        var two = await ProgramRun.OfAsync("prod", ("alarmEmails", """["first@example.org","second@example.org"]"""));
        var one = await ProgramRun.OfAsync("prod", ("alarmEmails", """["second@example.org"]"""));

        var subscriptions = two.OfType("aws:sns/topicSubscription:TopicSubscription");
        Assert.Equal(["first@example.org", "second@example.org"], subscriptions.Select(subscription => subscription.Inputs["endpoint"]!.ToString()));
        Assert.All(subscriptions, subscription =>
        {
            Assert.Equal("email", subscription.Inputs["protocol"]!.ToString());
            Assert.Equal(two.Only(Topic).Outputs["arn"]!.ToString(), subscription.Inputs["topic"]!.ToString());
        });
        Assert.Equal(subscriptions[1].Urn, one.Only("aws:sns/topicSubscription:TopicSubscription").Urn);
    }

    [Fact]
    public async Task The_stack_outputs_the_topic()
    {
        var graph = await ProgramRun.OfAsync("dev");

        Assert.Equal(graph.Only(Topic).Outputs["arn"]!.ToString(), graph.Outputs["alarmTopicArn"]!.ToString());
    }
}
