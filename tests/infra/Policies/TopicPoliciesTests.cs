using WorkoutLog.Infra.Policies;

namespace WorkoutLog.Infra.Tests.Policies;

public class TopicPoliciesTests
{
    private const string Topic = "arn:aws:sns:us-east-1:123456789012:alarms";

    private static readonly JsonArray _statements = JsonNode.Parse(TopicPolicies.Alarms(Topic, "123456789012").ToJson())!["Statement"]!.AsArray();

    [Fact]
    public void CloudWatch_publishes_for_this_account()
    {
        var allowed = Assert.Single(_statements, statement => statement!["Effect"]!.ToString() == "Allow");

        Assert.Equal(
            """
            {"Sid":"PublishAlarms","Effect":"Allow","Principal":{"Service":"cloudwatch.amazonaws.com"},"Action":["sns:Publish"],"Resource":["arn:aws:sns:us-east-1:123456789012:alarms"],"Condition":{"StringEquals":{"aws:SourceAccount":["123456789012"]}}}
            """,
            allowed!.ToJsonString());
    }

    [Fact]
    public void Nobody_publishes_without_TLS()
    {
        var refused = Assert.Single(_statements, statement => statement!["Effect"]!.ToString() == "Deny");

        Assert.Equal(
            """
            {"Sid":"RefusePlainText","Effect":"Deny","Principal":{"AWS":"*"},"Action":["sns:Publish"],"Resource":["arn:aws:sns:us-east-1:123456789012:alarms"],"Condition":{"Bool":{"aws:SecureTransport":["false"]}}}
            """,
            refused!.ToJsonString());
    }
}
