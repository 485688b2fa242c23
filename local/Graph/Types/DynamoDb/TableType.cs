namespace WorkoutLog.Local.Graph.Types;

internal sealed class TableType() : AwsResourceType(
    Token,
    new Emulation.Supported(
        ("deletionProtectionEnabled", "tables live in memory and end with the run"),
        ("pointInTimeRecovery", "tables live in memory and end with the run"),
        ("serverSideEncryption", "tables are not encrypted"),
        ("readCapacity", "DynamoDB Local never throttles")),
    new Replacement(
        "hashKey", "importTable", "localSecondaryIndexes", "name", "rangeKey", "region", "restoreBackupArn", "restoreDateTime", "restoreSourceName",
        "restoreSourceTableArn", "restoreToLatestTime")
    {
        ByDecrease = ["warmThroughput.readUnitsPerSecond", "warmThroughput.writeUnitsPerSecond"],
        NamedBy = "name",
        Holds = "its items",
    },
    new Charge.ByUsage(Capacity))
{
    public const string Token = "aws:dynamodb/table:Table";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) => [
        ("id", resource.Name),
        ("arn", resource.Arn("dynamodb", $"table/{resource.Name}")),
        // A stream's label is the time at which it was turned on.
        ("streamArn", resource.Arn("dynamodb", $"table/{resource.Name}/stream/2026-01-01T00:00:00.000")),
        ("streamLabel", "2026-01-01T00:00:00.000"),
    ];

    public override IEnumerable<string> Facts(JsonObject inputs) =>
    [
        inputs.Word("billingMode"),
        .. When(inputs["readCapacity"] is not null, $"{inputs.Word("readCapacity")} RCU, {inputs.Word("writeCapacity")} WCU"),
        inputs.Flag("pointInTimeRecovery", "enabled") ? "point-in-time recovery" : "NO point-in-time recovery",
        .. When(inputs["serverSideEncryption"] is not null, "customer key"),
        .. When(inputs.Flag("deletionProtectionEnabled"), "deletion protection"),
        .. When(inputs.Flag("streamEnabled"), "stream"),
    ];

    /// <summary>The usage of one direction of a table or an index.</summary>
    /// <param name="range">Null on demand.</param>
    public static Usage Units(Throughput load, ScaledCapacity? range)
    {
        var direction = load.Direction.ToLowerInvariant();
        return range is null
            ? new(Token, $"{direction}s of {load.Demand.Label}, on demand", $"{direction}Unit", load.UnitsPerMonth)
            : new(Token, $"{direction}s of {load.Demand.Label}, provisioned", $"{direction}Capacity", range.UnitHoursPerMonth(load.UnitsPerMonth));
    }

    // Capacity, storage and recovery. A stream without a reader costs nothing.
    private static IEnumerable<Usage> Capacity(GraphResource table, ResourceGraph graph, Workload load) => Demand.Of(graph).CapacityOf(table).SelectMany(demand => (Usage[])
    [
        .. demand.Directions(load).Select(direction => Units(direction, ScaledCapacity.Of(graph, demand, direction.Direction))),
        new(Token, "storage", "tableStorage", demand.Gigabytes(load)),
        // A restore rebuilds the indexes, so they are not part of the backup.
        .. demand.Index is null && table.Inputs.Flag("pointInTimeRecovery", "enabled") ? [new(Token, "point-in-time recovery", "recovery", demand.Gigabytes(load))] : Array.Empty<Usage>(),
    ]);
}
