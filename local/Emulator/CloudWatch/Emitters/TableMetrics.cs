using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using WorkoutLog.Local.CloudWatch.Metrics;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Runner.Events;

namespace WorkoutLog.Local.CloudWatch.Emitters;

/// <summary>
/// The metrics of <c>AWS/DynamoDB</c>. What goes wrong is emitted only when it does. DynamoDB tells the capacity of a call as one
/// number, so that of an index is counted to its table.
/// </summary>
internal sealed class TableMetrics(ImmutableArray<GraphResource> tables)
{
    private const string Namespace = "AWS/DynamoDB";
    private const string ConsumedReads = "ConsumedReadCapacityUnits";
    private const string ConsumedWrites = "ConsumedWriteCapacityUnits";
    private const string ProvisionedReads = "ProvisionedReadCapacityUnits";
    private const string ProvisionedWrites = "ProvisionedWriteCapacityUnits";
    private const string ReadThrottles = "ReadThrottleEvents";
    private const string WriteThrottles = "WriteThrottleEvents";
    private const string Conflicts = "TransactionConflict";
    private const string ThrottledRequests = "ThrottledRequests";
    private const string SystemErrors = "SystemErrors";
    private const string Latency = "SuccessfulRequestLatency";

    private static readonly ImmutableArray<string> _operations =
    [
        "BatchGetItem", "BatchWriteItem", "DeleteItem", "GetItem", "PutItem", "Query", "Scan", "TransactGetItems", "TransactWriteItems", "UpdateItem",
    ];

    private readonly ImmutableHashSet<string> _names = [.. tables.Select(table => table.Outputs.Text("name")!)];

    private readonly ImmutableArray<(MetricId Metric, double Units)> _provisioned =
    [
        .. from table in tables
           from capacity in new[] { (ProvisionedReads, table.Inputs.Integer("readCapacity")), (ProvisionedWrites, table.Inputs.Integer("writeCapacity")) }
           where capacity.Item2 is not null
           select (OfTable(capacity.Item1, table.Outputs.Text("name")!), (double)capacity.Item2!.Value),
    ];

    public IEnumerable<MetricId> All =>
    [
        .. from table in _names
           from name in (string[])[ConsumedReads, ConsumedWrites, ReadThrottles, WriteThrottles, Conflicts]
           select OfTable(name, table),
        .. from table in _names
           from operation in _operations
           from name in (string[])[SystemErrors, ThrottledRequests, Latency]
           select OfOperation(name, table, operation),
        .. _provisioned.Select(provisioned => provisioned.Metric),
    ];

    public void Add(AwsCallEnded call, MetricWriter writer)
    {
        var time = call.Time + call.Duration;
        foreach (var use in call.Tables.Where(use => _names.Contains(use.Table)))
        {
            void WriteIfAny(string name, double value)
            {
                if (value > 0)
                {
                    writer.Add(OfTable(name, use.Table), time, value);
                }
            }

            WriteIfAny(ConsumedReads, use.ReadUnits);
            WriteIfAny(ConsumedWrites, use.WriteUnits);
            WriteIfAny(ReadThrottles, use.ReadThrottles);
            WriteIfAny(WriteThrottles, use.WriteThrottles);
            WriteIfAny(Conflicts, use.Conflicts);
            if (use.ReadThrottles + use.WriteThrottles > 0)
            {
                writer.Add(OfOperation(ThrottledRequests, use.Table, call.Operation), time, 1);
            }

            if (call.Status >= StatusCodes.Status500InternalServerError)
            {
                writer.Add(OfOperation(SystemErrors, use.Table, call.Operation), time, 1);
            }
            else if (call.Status == StatusCodes.Status200OK)
            {
                writer.Add(OfOperation(Latency, use.Table, call.Operation), time, call.Duration.TotalMilliseconds);
            }
        }
    }

    /// <summary>What is so in each minute.</summary>
    /// <param name="minute">Metric time.</param>
    public void AddProvisioned(DateTimeOffset minute, MetricStore metrics)
    {
        foreach (var (metric, units) in _provisioned)
        {
            metrics.Add(metric, minute, units);
        }
    }

    private static MetricId OfTable(string name, string table) => new(Namespace, name, ("TableName", table));

    private static MetricId OfOperation(string name, string table, string operation) => new(Namespace, name, ("TableName", table), ("Operation", operation));
}
