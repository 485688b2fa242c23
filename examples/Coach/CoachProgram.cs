using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.CloudWatch.Inputs;
using Pulumi.Aws.Sqs;
using WorkoutLog.Contracts;
using WorkoutLog.Infra.Policies;

namespace Coach;

/// <summary>Subscribes a queue to the events of a stack of WorkoutLog.</summary>
public static class CoachProgram
{
    // The project that publishes; each of its events carries it.
    private const string Source = "workout-log";

    private const int FourteenDays = 14 * 86_400;

    // A message that was received more often is one that its reader can't process.
    private const int MostReceives = 5;

    // No resource is registered before the bus is known: a stack without events is one error instead of one for each resource.
    public static async Task<IDictionary<string, object?>> RunAsync()
    {
        var reference = new StackReference(new Config().Require("workoutLog"));
        var bus = await ReadAsync(reference, "eventBusName").ConfigureAwait(false);
        var region = (await ReadAsync(reference, "eventBusArn").ConfigureAwait(false)).Split(':')[3];
        if (new Config("aws").Require("region") is var own && own != region)
        {
            throw new RunException($"aws:region must be {region}, where the bus is; got {own}. Fix: pulumi config set aws:region {region}");
        }

        var rule = new EventRule("workouts", new EventRuleArgs
        {
            Description = "Each workout that is logged",
            EventBusName = bus,
            EventPattern = new JsonObject { ["source"] = new JsonArray(Source), ["detail-type"] = new JsonArray(ChangeTypes.Logged) }.ToJsonString(),
        });
        var failed = new Queue("workouts-dead-letters", new QueueArgs { MessageRetentionSeconds = FourteenDays, SqsManagedSseEnabled = true });
        var queue = new Queue("workouts", new QueueArgs
        {
            MessageRetentionSeconds = FourteenDays,
            SqsManagedSseEnabled = true,
            RedrivePolicy = failed.Arn.Apply(arn => new JsonObject { ["deadLetterTargetArn"] = arn, ["maxReceiveCount"] = MostReceives }.ToJsonString()),
        });
        QueuePolicy[] policies = [Allow(queue, rule), Allow(failed, rule)];
        _ = new EventTarget(
            "workouts",
            new EventTargetArgs
            {
                Rule = rule.Name, EventBusName = bus, Arn = queue.Arn,
                // Events that EventBridge could not deliver within a day.
                DeadLetterConfig = new EventTargetDeadLetterConfigArgs { Arn = failed.Arn },
            },
            // Events sent before the policies exist would be refused.
            new CustomResourceOptions { DependsOn = [.. policies] });
        return ImmutableDictionary<string, object?>.Empty.Add("queueUrl", queue.Url).Add("deadLettersUrl", failed.Url);
    }

    private static async Task<string> ReadAsync(StackReference stack, string output) =>
        await stack.GetValueAsync(output).ConfigureAwait(false) as string ?? throw new RunException(
            $"{output} must be an output of the stack {stack.GetResourceName()}; it has none, so it publishes no events. "
            + "Fix: pulumi config set events eventBridge, then pulumi up, in that stack.");

    // EventBridge may send for this rule only, not for other rules in the account.
    private static QueuePolicy Allow(Queue queue, EventRule rule) => new(queue.GetResourceName(), new QueuePolicyArgs
    {
        QueueUrl = queue.Url,
        Policy = Output.Tuple(queue.Arn, rule.Arn).Apply(arns => PolicyDocument.Of(
            new PolicyStatement
            {
                Sid = "SendOfRule",
                Principal = [PolicyPrincipal.Service("events.amazonaws.com")],
                Action = ["sqs:SendMessage"],
                Resource = [arns.Item1],
                Condition = [new PolicyCondition("ArnEquals", "aws:SourceArn", [arns.Item2])],
            },
            new PolicyStatement
            {
                Sid = "RefusePlainText",
                Effect = PolicyEffect.Deny,
                Principal = [PolicyPrincipal.Everybody],
                Action = ["sqs:ReceiveMessage", "sqs:SendMessage"],
                Resource = [arns.Item1],
                Condition = [PolicyCondition.Is("aws:SecureTransport", false)],
            }).ToJson()),
    });
}
