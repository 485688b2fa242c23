using Pulumi;
using Pulumi.Aws.DynamoDB.Inputs;
using WorkoutLog.Infra.Settings;

namespace WorkoutLog.Infra.Components;

/// <summary>The keys of a table and of its indexes, in the provider's form.</summary>
internal static class TableKeys
{
    /// <summary>DynamoDB wants exactly the attributes that are keys, each once.</summary>
    public static InputList<TableAttributeArgs> Attributes(WorkoutTableArgs table) =>
        table.Indexes.SelectMany(index => new[] { index.PartitionKey, index.SortKey })
            .Prepend(table.SortKey)
            .Prepend(table.PartitionKey)
            .Distinct(StringComparer.Ordinal)
            .Select(attribute => new TableAttributeArgs { Name = attribute, Type = "S" })
            .ToList();

    public static TableGlobalSecondaryIndexArgs Index(WorkoutTableIndex index, CapacityRange? capacity) => new()
    {
        Name = index.Name,
        KeySchemas =
        {
            new TableGlobalSecondaryIndexKeySchemaArgs { AttributeName = index.PartitionKey, KeyType = "HASH" },
            new TableGlobalSecondaryIndexKeySchemaArgs { AttributeName = index.SortKey, KeyType = "RANGE" },
        },
        ProjectionType = "ALL",
        ReadCapacity = Start(capacity),
        WriteCapacity = Start(capacity),
    };

    /// <summary>What an autoscaled table starts with. One on demand must not name a capacity at all.</summary>
    public static Input<int> Start(CapacityRange? capacity) => capacity is null ? null! : capacity.Min;
}
