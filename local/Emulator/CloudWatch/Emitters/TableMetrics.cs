namespace WorkoutLog.Local.CloudWatch;

/// <summary>
/// The metrics of <c>AWS/DynamoDB</c>. What goes wrong is emitted only when it does. DynamoDB reports the capacity of a call as one
/// number, so that of an index is counted to its table.
/// </summary>
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
        .. from table in _names
           from name in (string[])["ConsumedReadCapacityUnits", "ConsumedWriteCapacityUnits", "ReadThrottleEvents", "WriteThrottleEvents", "TransactionConflict"]
           select OfTable(name, table),
        .. from table in _names
           from operation in _operations
           from name in (string[])["SystemErrors", "ThrottledRequests", "SuccessfulRequestLatency"]
           select OfOperation(name, table, operation),
        .. Provisioned.Select(provisioned => provisioned.Metric),
    ];

    public IEnumerable<(MetricId Metric, double Value)> Provisioned { get; } =
    [
        .. from table in tables
           from capacity in new[]
           {
               (Name: "ProvisionedReadCapacityUnits", Units: table.Inputs.Integer("readCapacity")),
               (Name: "ProvisionedWriteCapacityUnits", Units: table.Inputs.Integer("writeCapacity")),
           }
           where capacity.Units is not null
           select (OfTable(capacity.Name, table.Outputs.Text("name")!), (double)capacity.Units!.Value),
    ];

    public IEnumerable<(MetricId Metric, double Value)> Of(AwsCallEnded call) =>
        from use in call.Tables
        where _names.Contains(use.Table)
        from measured in new (MetricId Metric, double Value)[]
        {
            (OfTable("ConsumedReadCapacityUnits", use.Table), use.ReadUnits),
            (OfTable("ConsumedWriteCapacityUnits", use.Table), use.WriteUnits),
            (OfTable("ReadThrottleEvents", use.Table), use.ReadThrottles),
            (OfTable("WriteThrottleEvents", use.Table), use.WriteThrottles),
            (OfTable("TransactionConflict", use.Table), use.Conflicts),
            (OfOperation("ThrottledRequests", use.Table, call.Operation), use.ReadThrottles + use.WriteThrottles > 0 ? 1 : 0),
            (OfOperation("SystemErrors", use.Table, call.Operation), call.Status >= StatusCodes.Status500InternalServerError ? 1 : 0),
            (OfOperation("SuccessfulRequestLatency", use.Table, call.Operation), call.Status == StatusCodes.Status200OK ? call.Duration.TotalMilliseconds : 0),
        }
        where measured.Value > 0
        select measured;

    private static MetricId OfTable(string name, string table) => new(Namespace, name, ("TableName", table));

    private static MetricId OfOperation(string name, string table, string operation) => new(Namespace, name, ("TableName", table), ("Operation", operation));
}
