using Pulumi;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Kms;
using WorkoutLog.Infra.Policies;
using Alias = Pulumi.Aws.Kms.Alias;

namespace WorkoutLog.Infra.Components;

/// <summary>
/// A customer managed key: one encrypts tables, logs, alarms and function environments, another the backups. Null in a stack without
/// keys: <c>key?.Arn</c> then omits an argument, and <c>key?.GrantUse(role)</c> grants nothing.
/// </summary>
public sealed class CustomerKey : ComponentResource
{
    /// <summary>The maximum of KMS, because the encrypted data is lost with the key.</summary>
    internal const int DeletionWindowDays = 30;

    private readonly string _name;
    private readonly string _region;

    public CustomerKey(string name, CustomerKeyArgs args, ComponentResourceOptions? options = null)
        : base("workoutlog:index:CustomerKey", name, args, options)
    {
        _name = name;
        _region = args.Region;
        var key = new Key(name, new KeyArgs
        {
            Description = $"Encrypts the data of {args.Alias}",
            EnableKeyRotation = true,
            DeletionWindowInDays = DeletionWindowDays,
            Policy = args.Policy.Apply(policy => policy.ToJson()),
        }, new CustomResourceOptions { Parent = this, Protect = args.DeletionProtection });

        _ = new Alias($"{name}-alias", new AliasArgs
        {
            // Not auto-named, because people find the key by its alias.
            Name = $"alias/{args.Alias}",
            TargetKeyId = key.KeyId,
        }, new CustomResourceOptions { Parent = this });

        KeyArn = key.Arn;
        RegisterOutputs();
    }

    [Output("arn")]
    public Output<string> KeyArn { get; }

    /// <summary>The key as an argument. An input, because a null output cannot become a null input and <c>key?.Arn</c> must.</summary>
    public Input<string> Arn => KeyArn;

    /// <summary>
    /// Lets a role use the key through DynamoDB (tables) and Lambda (its own environment) only. Both decrypt on behalf of the role; for
    /// everything else they use their own grants.
    /// </summary>
    public RolePolicy GrantUse(Role role) => new($"{_name}-use-{role.GetResourceName()}", new RolePolicyArgs
    {
        Role = role.Id,
        Policy = KeyArn.Apply(arn => KeyPolicies.Use(arn, _region).ToJson()),
    }, new CustomResourceOptions { Parent = this });

    /// <summary>Lets the role of a pipe read the stream of an encrypted table, and write to an encrypted queue.</summary>
    public RolePolicy GrantUseByPipe(Role role) => new($"{_name}-use-{role.GetResourceName()}", new RolePolicyArgs
    {
        Role = role.Id,
        Policy = KeyArn.Apply(arn => KeyPolicies.UseByPipe(arn, _region).ToJson()),
    }, new CustomResourceOptions { Parent = this });
}

public sealed class CustomerKeyArgs : ResourceArgs
{
    public required Output<PolicyDocument> Policy { get; init; }

    /// <summary>AWS region, such as <c>us-east-1</c>.</summary>
    public required string Region { get; init; }

    /// <summary>Without <c>alias/</c>.</summary>
    public required string Alias { get; init; }

    /// <summary>Pulumi neither deletes nor replaces the key.</summary>
    public required bool DeletionProtection { get; init; }
}
