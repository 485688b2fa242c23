using Pulumi;
using Pulumi.Aws.DynamoDB;
using Pulumi.Aws.DynamoDB.Inputs;
using Pulumi.Aws.Iam;
using WorkoutLog.Infra.Policies;
using WorkoutLog.Infra.Settings;

namespace WorkoutLog.Infra.Components;

/// <summary>A DynamoDB table with its indexes and their capacity.</summary>
public sealed class WorkoutTable : ComponentResource
{
    private readonly string _name;

    public WorkoutTable(string name, WorkoutTableArgs args, ComponentResourceOptions? options = null)
        : base("workoutlog:index:WorkoutTable", name, args, options)
    {
        _name = name;
        var autoscaled = args.Capacity as TableCapacity.Autoscaled;

        var table = new Table(name, new TableArgs
        {
            BillingMode = autoscaled is null ? "PAY_PER_REQUEST" : "PROVISIONED",
            HashKey = args.PartitionKey,
            RangeKey = args.SortKey,
            Attributes = KeyAttributes(args),
            GlobalSecondaryIndexes = args.Indexes.Select(index => Index(index, autoscaled)).ToList(),
            ReadCapacity = Start(autoscaled),
            WriteCapacity = Start(autoscaled),
            Ttl = args.TimeToLiveAttribute is null ? null! : new TableTtlArgs { AttributeName = args.TimeToLiveAttribute, Enabled = true },
        }, new CustomResourceOptions { Parent = this, IgnoreChanges = AutoscaledProperties(args, autoscaled) });

        if (autoscaled is not null)
        {
            CapacityScaling.Add(name, table, autoscaled, [.. args.Indexes.Select(index => index.Name)], this);
        }

        TableName = table.Name;
        Arn = table.Arn;
        RegisterOutputs();
    }

    [Output("tableName")]
    public Output<string> TableName { get; }

    [Output("arn")]
    public Output<string> Arn { get; }

    /// <summary>Lets a role put new items.</summary>
    public void GrantPut(Role role) => Grant("put", role, "dynamodb:PutItem");

    /// <summary>Lets a role change items.</summary>
    public void GrantUpdate(Role role) => Grant("update", role, "dynamodb:UpdateItem");

    /// <summary>Lets a role query the table, not its indexes.</summary>
    public void GrantQuery(Role role) => Grant("query", role, "dynamodb:Query");

    private void Grant(string what, Role role, string action) =>
        _ = new RolePolicy($"{_name}-{what}-{role.GetResourceName()}", new RolePolicyArgs
        {
            Role = role.Id,
            Policy = Arn.Apply(arn => TablePolicies.Allow(arn, action).ToJson()),
        }, new CustomResourceOptions { Parent = this });

    // DynamoDB wants exactly the attributes that are keys, each once.
    private static InputList<TableAttributeArgs> KeyAttributes(WorkoutTableArgs args) =>
        args.Indexes.SelectMany(index => new[] { index.PartitionKey, index.SortKey })
            .Prepend(args.SortKey)
            .Prepend(args.PartitionKey)
            .Distinct(StringComparer.Ordinal)
            .Select(attribute => new TableAttributeArgs { Name = attribute, Type = "S" })
            .ToList();

    private static TableGlobalSecondaryIndexArgs Index(WorkoutTableIndex index, TableCapacity.Autoscaled? autoscaled) => new()
    {
        Name = index.Name,
        KeySchemas =
        {
            new TableGlobalSecondaryIndexKeySchemaArgs { AttributeName = index.PartitionKey, KeyType = "HASH" },
            new TableGlobalSecondaryIndexKeySchemaArgs { AttributeName = index.SortKey, KeyType = "RANGE" },
        },
        ProjectionType = "ALL",
        ReadCapacity = Start(autoscaled),
        WriteCapacity = Start(autoscaled),
    };

    // An on-demand table must not name a capacity at all.
    private static Input<int> Start(TableCapacity.Autoscaled? autoscaled) => autoscaled is null ? null! : autoscaled.Min;

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
