using System.Collections.Immutable;

namespace WorkoutLog.Infra.Policies;

/// <summary>Permissions of a pipe from a table's stream to an event bus, and of its dead-letter queue.</summary>
public static class EventPolicies
{
    /// <param name="pipeName">Prefix of the pipe's name, to which Pulumi adds a suffix.</param>
    public static PolicyDocument Trust(string accountId, string region, string pipeName) => PolicyDocument.Of(new PolicyStatement
    {
        Sid = "PipeRuns",
        Principal = [PolicyPrincipal.Service("pipes.amazonaws.com")],
        Action = ["sts:AssumeRole"],
        Condition =
        [
            PolicyCondition.Equal("aws:SourceAccount", accountId),
            new PolicyCondition("ArnLike", "aws:SourceArn", [$"arn:aws:pipes:{region}:{accountId}:pipe/{pipeName}-*"]),
        ],
    });

    /// <summary>Reads the records of a stream. <c>ListStreams</c> supports no resource-level permissions.</summary>
    public static PolicyDocument ReadStream(string streamArn) => PolicyDocument.Of(
        new PolicyStatement
        {
            Sid = "ReadStream",
            Action = ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"],
            Resource = [streamArn],
        },
        new PolicyStatement { Sid = "ListStreams", Action = ["dynamodb:ListStreams"], Resource = ["*"] });

    /// <summary>Publishes events, and sends the position of failed ones to the dead letters.</summary>
    public static PolicyDocument Publish(string busArn, string deadLettersArn) => PolicyDocument.Of(
        new PolicyStatement { Sid = "Publish", Action = ["events:PutEvents"], Resource = [busArn] },
        new PolicyStatement { Sid = "SendDeadLetters", Action = ["sqs:SendMessage"], Resource = [deadLettersArn] });

    /// <summary>The queue policy: TLS only; the bus may send events that it cannot encrypt or decrypt.</summary>
    /// <param name="busArn">Null for a bus without a customer key.</param>
    public static PolicyDocument DeadLetters(string queueArn, string? busArn) => PolicyDocument.Of(
        [
            new PolicyStatement
            {
                Sid = "RefusePlainText",
                Effect = PolicyEffect.Deny,
                Principal = [PolicyPrincipal.Everybody],
                Action = ["sqs:ReceiveMessage", "sqs:SendMessage"],
                Resource = [queueArn],
                Condition = [PolicyCondition.Is("aws:SecureTransport", false)],
            },
            .. busArn is null ? ImmutableArray<PolicyStatement>.Empty :
            [
                new PolicyStatement
                {
                    Sid = "SendUnreadableEvents",
                    Principal = [PolicyPrincipal.Service("events.amazonaws.com")],
                    Action = ["sqs:SendMessage"],
                    Resource = [queueArn],
                    Condition = [new PolicyCondition("ArnEquals", "aws:SourceArn", [busArn])],
                },
            ],
        ]);
}
