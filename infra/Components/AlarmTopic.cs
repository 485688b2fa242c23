using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.Kms;
using Pulumi.Aws.Sns;
using WorkoutLog.Infra.Policies;

namespace WorkoutLog.Infra.Components;

/// <summary>Where alarms go, and from there to the people who look after the stack.</summary>
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
            // Named by the address, not by its place: who stays need not confirm again when somebody else leaves.
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

    // Without a key of its own the topic could take SNS's managed one, but nobody can change that key's policy, and as it is
    // CloudWatch may not use it: the alarms would never arrive, and nothing would say so.
    private Input<string> OwnKey(Input<string> accountId)
    {
        var key = new Key($"{_name}-key", new KeyArgs
        {
            Description = "Encrypts alarms on their way",
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

    /// <summary>Who gets the alarms by mail; each address gets a message first, which it must confirm.</summary>
    public required ImmutableArray<string> Emails { get; init; }

    /// <summary>Null in a stack without a customer key; the topic then makes a key for itself.</summary>
    public required CustomerKey? Key { get; init; }
}
