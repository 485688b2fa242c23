using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.DynamoDB;
using Pulumi.Aws.DynamoDB.Inputs;
using Pulumi.Aws.Iam;
using WorkoutLog.Infra.Policies;
using WorkoutLog.Infra.Settings;

namespace WorkoutLog.Infra.Components;

/// <summary>A DynamoDB table with its indexes, capacity and protection.</summary>
public sealed class WorkoutTable : ComponentResource
{
    private readonly string _name;

    public WorkoutTable(string name, WorkoutTableArgs args, ComponentResourceOptions? options = null)
        : base("workoutlog:index:WorkoutTable", name, args, options)
    {
        _name = name;
        Capacity = args.Settings.Capacity;
        var autoscaled = Capacity as TableCapacity.Autoscaled;

        var table = new Table(name, new TableArgs
        {
            BillingMode = Capacity is TableCapacity.OnDemand ? "PAY_PER_REQUEST" : "PROVISIONED",
            HashKey = args.PartitionKey,
            RangeKey = args.SortKey,
            Attributes = TableKeys.Attributes(args),
            GlobalSecondaryIndexes = args.Indexes.Select(index => TableKeys.Index(index, Capacity.IndexUnits)).ToList(),
            ReadCapacity = TableKeys.Capacity(Capacity.TableUnits),
            WriteCapacity = TableKeys.Capacity(Capacity.TableUnits),
            // A stream without a reader costs nothing, and a later reader can replay its records.
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
        Operations = args.Operations;
        Parts = [null, .. args.Indexes.Select(index => index.Name)];
        RegisterOutputs();
    }

    [Output("tableName")]
    public Output<string> TableName { get; }

    [Output("arn")]
    public Output<string> Arn { get; }

    [Output("streamArn")]
    public Output<string> StreamArn { get; }

    public TableCapacity Capacity { get; }

    /// <summary>The DynamoDB operations of the callers.</summary>
    public ImmutableArray<string> Operations { get; }

    /// <summary>Parts with separate capacity: null for the table, and each index by name.</summary>
    public ImmutableArray<string?> Parts { get; }

    /// <summary>Lets a role use the table; a transaction needs the permissions of its item operations.</summary>
    /// <param name="queried">Indexes that the role may query.</param>
    public RolePolicy Grant(Role role, TableAccess access, params ImmutableArray<WorkoutTableIndex> queried) =>
        new($"{_name}-{role.GetResourceName()}", new RolePolicyArgs
        {
            Role = role.Id,
            Policy = Arn.Apply(arn => TablePolicies.Use(arn, access, queried.Select(index => index.Name)).ToJson()),
        }, new CustomResourceOptions { Parent = this });

    /// <summary>Lets a role update items, but only these attributes.</summary>
    public RolePolicy GrantUpdateOf(Role role, IEnumerable<string> attributes) =>
        new($"{_name}-update-{role.GetResourceName()}", new RolePolicyArgs
        {
            Role = role.Id,
            Policy = Arn.Apply(arn => TablePolicies.UpdateOnly(arn, attributes).ToJson()),
        }, new CustomResourceOptions { Parent = this });

    public RolePolicy GrantReadStream(Role role) =>
        new($"{_name}-stream-{role.GetResourceName()}", new RolePolicyArgs
        {
            Role = role.Id,
            Policy = StreamArn.Apply(arn => EventPolicies.ReadStream(arn).ToJson()),
        }, new CustomResourceOptions { Parent = this });

    private static Input<TableServerSideEncryptionArgs> Encryption(CustomerKey? key) =>
        key is null ? null! : new TableServerSideEncryptionArgs { Enabled = true, KmsKeyArn = key.Arn };

    // Autoscaling owns these properties after the first deployment; an update must not reset them. They are listed per index, so that
    // other changes to an index are not ignored.
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

/// <summary>Keys, indexes and settings of a <see cref="WorkoutTable"/>. All key attributes are strings.</summary>
public sealed class WorkoutTableArgs : ResourceArgs
{
    public required string PartitionKey { get; init; }

    public required string SortKey { get; init; }

    public ImmutableArray<WorkoutTableIndex> Indexes { get; init; } = [];

    /// <summary>The attribute with the expiry time, in seconds since 1970, after which DynamoDB may delete the item.</summary>
    public string? TimeToLiveAttribute { get; init; }

    /// <summary>The DynamoDB operations of the callers, such as <c>GetItem</c>, a metric dimension.</summary>
    public required ImmutableArray<string> Operations { get; init; }

    public required TableSettings Settings { get; init; }

    /// <summary>Null for an AWS-owned key.</summary>
    public required CustomerKey? Key { get; init; }
}

/// <summary>A global secondary index with all attributes projected.</summary>
public sealed record WorkoutTableIndex(string Name, string PartitionKey, string SortKey);
