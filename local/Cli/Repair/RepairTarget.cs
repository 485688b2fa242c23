using Amazon.DynamoDBv2;
using WorkoutLog.Storage;

namespace WorkoutLog.Local.Cli.Repair;

/// <summary>The tables that a repair works on, and where it tells what it found. Whoever has it disposes the client.</summary>
internal sealed record RepairTarget(IAmazonDynamoDB Client, StorageTables Tables, MetricTarget Metrics);
