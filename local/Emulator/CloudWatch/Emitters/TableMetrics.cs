namespace WorkoutLog.Local.CloudWatch;

/// <summary>The metrics of <c>AWS/DynamoDB</c>. Error metrics are emitted only when errors occur; an index's metrics are not added to its table's.</summary>
internal sealed class TableMetrics(ImmutableArray<GraphResource> tables)
{
    private const string Namespace = "AWS/DynamoDB";

    private static readonly ImmutableArray<string> _operations =
    [
        "BatchGetItem", "BatchWriteItem", "DeleteItem", "GetItem", "PutItem", "Query", "Scan", "TransactGetItems", "TransactWriteItems", "UpdateItem",
    ];

    private readonly ImmutableHashSet<string> _names = [.. tables.Select(table => table.Outputs.Text("name")!)];

    public IEnumerable<MetricId> All =>
    [
        .. from part in Parts(tables)
           from name in (string[])["ConsumedReadCapacityUnits", "ConsumedWriteCapacityUnits", "ReadThrottleEvents", "WriteThrottleEvents"]
           select OfPart(name, part.Table, part.Index),
        .. _names.Select(table => OfPart("TransactionConflict", table, null)),
        .. from table in _names
           from operation in _operations
           from name in (string[])["SystemErrors", "ThrottledRequests", "SuccessfulRequestLatency"]
           select OfOperation(name, table, operation),
        .. Provisioned.Select(provisioned => provisioned.Metric),
    ];

    public IEnumerable<(MetricId Metric, double Value)> Provisioned { get; } =
    [
        .. from part in Parts(tables)
           from capacity in new[]
           {
               (Name: "ProvisionedReadCapacityUnits", Units: part.Inputs.Integer("readCapacity")),
               (Name: "ProvisionedWriteCapacityUnits", Units: part.Inputs.Integer("writeCapacity")),
           }
           where capacity.Units is not null
           select (OfPart(capacity.Name, part.Table, part.Index), (double)capacity.Units!.Value),
    ];

    public IEnumerable<(MetricId Metric, double Value)> Of(AwsCallEnded call) =>
        from table in call.Tables.GroupBy(use => use.Table, StringComparer.Ordinal)
        where _names.Contains(table.Key)
        from measured in table.SelectMany(OfUse).Concat(new (MetricId Metric, double Value)[]
        {
            (OfOperation("ThrottledRequests", table.Key, call.Operation), table.Any(use => use.ReadThrottles + use.WriteThrottles > 0) ? 1 : 0),
            (OfOperation("SystemErrors", table.Key, call.Operation), call.Status >= StatusCodes.Status500InternalServerError ? 1 : 0),
            (OfOperation("SuccessfulRequestLatency", table.Key, call.Operation), call.Status == StatusCodes.Status200OK ? call.Duration.TotalMilliseconds : 0),
        })
        where measured.Value > 0
        select measured;

    private static IEnumerable<(MetricId Metric, double Value)> OfUse(TableUse use) =>
    [
        (OfPart("ConsumedReadCapacityUnits", use.Table, use.Index), use.ReadUnits),
        (OfPart("ConsumedWriteCapacityUnits", use.Table, use.Index), use.WriteUnits),
        (OfPart("ReadThrottleEvents", use.Table, use.Index), use.ReadThrottles),
        (OfPart("WriteThrottleEvents", use.Table, use.Index), use.WriteThrottles),
        (OfPart("TransactionConflict", use.Table, use.Index), use.Conflicts),
    ];

    // Each table, and each of its indexes.
    private static IEnumerable<(string Table, string? Index, JsonObject Inputs)> Parts(ImmutableArray<GraphResource> tables) =>
        from table in tables
        from part in table.Inputs.Objects("globalSecondaryIndexes").Select(index => (index.Text("name"), index)).Prepend((null, table.Inputs))
        select (table.Outputs.Text("name")!, part.Item1, part.Item2);

    private static MetricId OfPart(string name, string table, string? index) => index is null
        ? new(Namespace, name, ("TableName", table))
        : new(Namespace, name, ("TableName", table), ("GlobalSecondaryIndexName", index));

    private static MetricId OfOperation(string name, string table, string operation) => new(Namespace, name, ("TableName", table), ("Operation", operation));
}
