using Pulumi;
using Pulumi.Aws.DynamoDB.Inputs;

namespace WorkoutLog.Infra.Components;

/// <summary>The keys of a table and of its indexes, in the provider's form.</summary>
internal static class TableKeys
{
    /// <summary>DynamoDB requires exactly the key attributes, each once.</summary>
    public static InputList<TableAttributeArgs> Attributes(WorkoutTableArgs table) =>
        table.Indexes.SelectMany(index => new[] { index.PartitionKey, index.SortKey })
            .Prepend(table.SortKey)
            .Prepend(table.PartitionKey)
            .Distinct(StringComparer.Ordinal)
            .Select(attribute => new TableAttributeArgs { Name = attribute, Type = "S" })
            .ToList();

    public static TableGlobalSecondaryIndexArgs Index(WorkoutTableIndex index, int? units) => new()
    {
        Name = index.Name,
        KeySchemas =
        {
            new TableGlobalSecondaryIndexKeySchemaArgs { AttributeName = index.PartitionKey, KeyType = "HASH" },
            new TableGlobalSecondaryIndexKeySchemaArgs { AttributeName = index.SortKey, KeyType = "RANGE" },
        },
        ProjectionType = "ALL",
        ReadCapacity = Capacity(units),
        WriteCapacity = Capacity(units),
    };

    /// <summary>An on-demand table must not declare a capacity.</summary>
    public static Input<int> Capacity(int? units) => units is { } number ? number : null!;
}
