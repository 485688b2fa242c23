using WorkoutLog.Infra.Policies;

namespace WorkoutLog.Infra.Tests.Policies;

public class EventPoliciesTests
{
    private const string Stream = "arn:aws:dynamodb:us-east-1:123456789012:table/logs/stream/2026-01-01T00:00:00.000";
    private const string Bus = "arn:aws:events:us-east-1:123456789012:event-bus/workout-log-prod";
    private const string Queue = "arn:aws:sqs:us-east-1:123456789012:dead-letters";

    [Fact]
    public void Only_pipes_of_this_account_and_name_may_assume_the_role() => Assert.Equal(
        """
        {"Sid":"PipeRuns","Effect":"Allow","Principal":{"Service":"pipes.amazonaws.com"},"Action":["sts:AssumeRole"],"Condition":{"ArnLike":{"aws:SourceArn":["arn:aws:pipes:us-east-1:123456789012:pipe/events-*"]},"StringEquals":{"aws:SourceAccount":["123456789012"]}}}
        """,
        Assert.Single(Statements(EventPolicies.Trust("123456789012", "us-east-1", "events"))).ToJsonString());

    [Fact]
    public void Reads_one_stream_and_lists_streams() => Assert.Equal(
        [$"dynamodb:DescribeStream dynamodb:GetRecords dynamodb:GetShardIterator on {Stream}", "dynamodb:ListStreams on *"],
        Statements(EventPolicies.ReadStream(Stream)).Select(Describe));

    [Fact]
    public void Publishes_on_one_bus_and_sends_to_one_queue() => Assert.Equal(
        [$"events:PutEvents on {Bus}", $"sqs:SendMessage on {Queue}"],
        Statements(EventPolicies.Publish(Bus, Queue)).Select(Describe));

    [Fact]
    public void A_bus_without_a_key_sends_no_dead_letters() => Assert.Equal(
        ["RefusePlainText"],
        Statements(EventPolicies.DeadLetters(Queue, busArn: null)).Select(statement => statement["Sid"]!.ToString()));

    private static IEnumerable<JsonNode> Statements(PolicyDocument document) =>
        JsonNode.Parse(document.ToJson())!["Statement"]!.AsArray().Select(statement => statement!);

    private static string Describe(JsonNode statement) => $"{Words(statement["Action"]!)} on {Words(statement["Resource"]!)}";

    private static string Words(JsonNode list) => string.Join(' ', list.AsArray().Select(text => text!.ToString()));
}
