using Pulumi;
using Pulumi.Aws.DynamoDB;
using Pulumi.Aws.DynamoDB.Inputs;
using Pulumi.Aws.Iam;
using WorkoutLog.Infra.Policies;
using WorkoutLog.Infra.Settings;

namespace WorkoutLog.Infra.Components;

/// <summary>A DynamoDB table with its indexes, their capacity and their protection.</summary>
public sealed class WorkoutTable : ComponentResource
{
    private const string Query = "dynamodb:Query";

    private readonly string _name;

    public WorkoutTable(string name, WorkoutTableArgs args, ComponentResourceOptions? options = null)
        : base("workoutlog:index:WorkoutTable", name, args, options)
    {
        _name = name;
        var autoscaled = args.Settings.Capacity as TableCapacity.Autoscaled;

        var table = new Table(name, new TableArgs
        {
            BillingMode = autoscaled is null ? "PAY_PER_REQUEST" : "PROVISIONED",
            HashKey = args.PartitionKey,
            RangeKey = args.SortKey,
            Attributes = TableKeys.Attributes(args),
            GlobalSecondaryIndexes = args.Indexes.Select(index => TableKeys.Index(index, autoscaled?.Index)).ToList(),
            ReadCapacity = TableKeys.Start(autoscaled?.Table),
            WriteCapacity = TableKeys.Start(autoscaled?.Table),
            // Without a reader a stream costs nothing; one that is there from the first item can be replayed to a later reader.
            StreamEnabled = true,
            StreamViewType = "NEW_AND_OLD_IMAGES",
            Ttl = args.TimeToLiveAttribute is null ? null! : new TableTtlArgs { AttributeName = args.TimeToLiveAttribute, Enabled = true },
            PointInTimeRecovery = new TablePointInTimeRecoveryArgs { Enabled = args.Settings.PointInTimeRecovery },
            ServerSideEncryption = Encryption(args.Key),
            DeletionProtectionEnabled = args.Settings.DeletionProtection,
        }, new CustomResourceOptions
        {
            Parent = this,
            Protect = args.Settings.DeletionProtection,
            IgnoreChanges = AutoscaledProperties(args, autoscaled),
        });

        if (autoscaled is not null)
        {
            CapacityScaling.Add(name, table, autoscaled, [.. args.Indexes.Select(index => index.Name)], this);
        }

        TableName = table.Name;
        Arn = table.Arn;
        StreamArn = table.StreamArn;
        RegisterOutputs();
    }

    [Output("tableName")]
    public Output<string> TableName { get; }

    [Output("arn")]
    public Output<string> Arn { get; }

    [Output("streamArn")]
    public Output<string> StreamArn { get; }

    /// <summary>Lets a role put items, new ones and in the place of others.</summary>
    public void GrantPut(Role role) => Grant("put", role, "dynamodb:PutItem");

    /// <summary>Lets a role read single items.</summary>
    public void GrantGet(Role role) => Grant("get", role, "dynamodb:GetItem");

    /// <summary>Lets a role delete items.</summary>
    public void GrantDelete(Role role) => Grant("delete", role, "dynamodb:DeleteItem");

    /// <summary>Lets a role change items.</summary>
    public void GrantUpdate(Role role) => Grant("update", role, "dynamodb:UpdateItem");

    /// <summary>Lets a role query the table, not its indexes.</summary>
    public void GrantQuery(Role role) => Grant("query", role, Query);

    /// <summary>Lets a role query one index of the table.</summary>
    public void GrantQuery(Role role, WorkoutTableIndex index) => Grant($"query-{index.Name}", role, Query, $"/index/{index.Name}");

    /// <param name="part">What follows the table's ARN.</param>
    private void Grant(string what, Role role, string action, string part = "") =>
        _ = new RolePolicy($"{_name}-{what}-{role.GetResourceName()}", new RolePolicyArgs
        {
            Role = role.Id,
            Policy = Arn.Apply(arn => TablePolicies.Allow(arn + part, action).ToJson()),
        }, new CustomResourceOptions { Parent = this });

    private static Input<TableServerSideEncryptionArgs> Encryption(CustomerKey? key) =>
        key is null ? null! : new TableServerSideEncryptionArgs { Enabled = true, KmsKeyArn = key.Arn };

    // Autoscaling owns these numbers after the first deployment; an update must not set them back. Each index is named by its
    // place, so that every other change of an index is still seen.
    private static List<string> AutoscaledProperties(WorkoutTableArgs args, TableCapacity.Autoscaled? autoscaled) =>
        autoscaled is null
            ? []
            :
            [
                "readCapacity", "writeCapacity",
                .. args.Indexes.SelectMany((_, place) => new[]
                {
                    $"globalSecondaryIndexes[{place}].readCapacity",
                    $"globalSecondaryIndexes[{place}].writeCapacity",
                }),
            ];
}
