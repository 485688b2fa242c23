using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.Backup;
using Pulumi.Aws.Backup.Inputs;
using Pulumi.Aws.Iam;
using WorkoutLog.Infra.Policies;

namespace WorkoutLog.Infra.Components;

/// <summary>Daily backups of the tables in a separate vault, which outlives the tables.</summary>
public sealed class BackupPlan : ComponentResource
{
    // The same as point-in-time recovery, so that either can replace the other.
    private const int RetentionDays = 35;

    public BackupPlan(string name, BackupPlanArgs args, ComponentResourceOptions? options = null)
        : base("workoutlog:index:BackupPlan", name, args, options)
    {
        var child = new CustomResourceOptions { Parent = this };
        var tables = args.Tables.Select(table => table.Arn).ToImmutableArray();
        var vault = new Vault($"{name}-vault", new VaultArgs { KmsKeyArn = args.Keys?.Backups.Arn }, child);
        _ = new VaultLockConfiguration($"{name}-vault-lock", new VaultLockConfigurationArgs
        {
            BackupVaultName = vault.Name,
            // Deleting a backup early requires permission to remove the lock. There is no date after which the lock cannot be
            // removed, because such a vault could never be deleted.
            MinRetentionDays = RetentionDays,
        }, new CustomResourceOptions
        {
            Parent = this,
            // A vault has one lock: deleting the old lock after creating the new one would remove both.
            DeleteBeforeReplace = true,
        });
        var plan = new Plan(name, new PlanArgs
        {
            Rules =
            {
                new PlanRuleArgs
                {
                    RuleName = "daily",
                    TargetVaultName = vault.Name,
                    // UTC; AWS Backup starts within the next hour.
                    Schedule = "cron(0 5 * * ? *)",
                    StartWindow = 60,
                    CompletionWindow = 240,
                    Lifecycle = new PlanRuleLifecycleArgs { DeleteAfter = RetentionDays },
                },
            },
        }, child);

        var role = new Role($"{name}-role", new RoleArgs
        {
            Description = "Permissions of AWS Backup",
            AssumeRolePolicy = BackupPolicies.Trust().ToJson(),
        }, child);
        var backUp = new RolePolicy($"{name}-back-up", new RolePolicyArgs
        {
            Role = role.Id,
            Policy = Output.Tuple(Output.All(tables), vault.Arn).Apply(arns => BackupPolicies.BackUp(arns.Item1, arns.Item2).ToJson()),
        }, child);
        if (args.Keys is { } keys)
        {
            _ = new RolePolicy($"{name}-use-keys", new RolePolicyArgs
            {
                Role = role.Id,
                Policy = Output.All(keys.Tables.KeyArn, keys.Backups.KeyArn).Apply(arns => BackupPolicies.UseKeys(arns, args.Region).ToJson()),
            }, child);
        }

        _ = new Selection($"{name}-tables", new SelectionArgs
        {
            PlanId = plan.Id,
            IamRoleArn = role.Arn,
            Resources = tables,
        }, new CustomResourceOptions { Parent = this, DependsOn = { backUp } });

        VaultArn = vault.Arn;
        RegisterOutputs();
    }

    /// <summary>The vault, for restores.</summary>
    [Output("vaultArn")]
    public Output<string> VaultArn { get; }
}

public sealed class BackupPlanArgs : ResourceArgs
{
    public required ImmutableArray<WorkoutTable> Tables { get; init; }

    /// <summary>AWS region, such as <c>us-east-1</c>.</summary>
    public required string Region { get; init; }

    /// <summary>Null for AWS-owned keys.</summary>
    public required BackupKeys? Keys { get; init; }
}

/// <param name="Tables">Encrypts the tables.</param>
/// <param name="Backups">Encrypts the vault, so that backups survive the loss of the other key.</param>
public sealed record BackupKeys(CustomerKey Tables, CustomerKey Backups);
