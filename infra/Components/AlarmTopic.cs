using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.Kms;
using Pulumi.Aws.Sns;
using WorkoutLog.Infra.Policies;

namespace WorkoutLog.Infra.Components;

/// <summary>The SNS topic for alarms, with e-mail subscriptions.</summary>
public sealed class AlarmTopic : ComponentResource
{
    private readonly string _name;

    public AlarmTopic(string name, AlarmTopicArgs args, ComponentResourceOptions? options = null)
        : base("workoutlog:index:AlarmTopic", name, args, options)
    {
        _name = name;
        var topic = new Topic(name, new TopicArgs
        {
            KmsMasterKeyId = args.Key?.Arn ?? OwnKey(args.AccountId),
        }, new CustomResourceOptions { Parent = this });

        _ = new TopicPolicy($"{name}-policy", new TopicPolicyArgs
        {
            Arn = topic.Arn,
            Policy = Output.Tuple(topic.Arn, args.AccountId.ToOutput()).Apply(known => TopicPolicies.Alarms(known.Item1, known.Item2).ToJson()),
        }, new CustomResourceOptions { Parent = this });

        foreach (var address in args.Emails)
        {
            // Named by address, not by index: removing one address does not make the others confirm again.
            _ = new TopicSubscription($"{name}-{address}", new TopicSubscriptionArgs
            {
                Topic = topic.Arn,
                Protocol = "email",
                Endpoint = address,
            }, new CustomResourceOptions { Parent = this });
        }

        Arn = topic.Arn;
        RegisterOutputs();
    }

    [Output("arn")]
    public Output<string> Arn { get; }

    // SNS's managed key would not work: its policy cannot be changed and does not allow CloudWatch. Alarms would be lost without an
    // error.
    private Input<string> OwnKey(Input<string> accountId)
    {
        var key = new Key($"{_name}-key", new KeyArgs
        {
            Description = "Encrypts alarm notifications",
            EnableKeyRotation = true,
            DeletionWindowInDays = CustomerKey.DeletionWindowDays,
            Policy = accountId.Apply(account => KeyPolicies.AlarmTopic(account).ToJson()),
        }, new CustomResourceOptions { Parent = this });
        return key.Arn;
    }
}

public sealed class AlarmTopicArgs : ResourceArgs
{
    /// <summary>Twelve digits.</summary>
    public required Input<string> AccountId { get; init; }

    /// <summary>Recipients of alarm e-mails; each must confirm a message first.</summary>
    public required ImmutableArray<string> Emails { get; init; }

    /// <summary>Null in a stack without a customer key; the topic then creates its own key.</summary>
    public required CustomerKey? Key { get; init; }
}
