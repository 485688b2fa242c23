using System.Text.Json.Nodes;
using WorkoutLog.Local.Graph.Load;

namespace WorkoutLog.Local.Graph.Types;

internal sealed class TableType() : AwsResourceType(Token)
{
    public const string Token = "aws:dynamodb/table:Table";

    public override IEnumerable<(string Name, object Value)> Outputs(Registration resource) => [
        ("id", resource.Name),
        ("arn", resource.Arn("dynamodb", $"table/{resource.Name}")),
        // A stream is numbered by the moment at which it was turned on.
        ("streamArn", resource.Arn("dynamodb", $"table/{resource.Name}/stream/2026-01-01T00:00:00.000")),
        ("streamLabel", "2026-01-01T00:00:00.000"),
    ];

    public override Emulation Emulation { get; } = new Emulation.Supported(
        ("deletionProtectionEnabled", "tables live in memory and end with the run"),
        ("pointInTimeRecovery", "tables live in memory and end with the run"),
        ("serverSideEncryption", "tables are not encrypted"),
        ("readCapacity", "DynamoDB Local never throttles"));

    public override Replacement Replacement { get; } = new(
        "hashKey", "importTable", "localSecondaryIndexes", "name", "rangeKey", "region", "restoreBackupArn", "restoreDateTime", "restoreSourceName",
        "restoreSourceTableArn", "restoreToLatestTime")
    {
        ByDecrease = ["warmThroughput.readUnitsPerSecond", "warmThroughput.writeUnitsPerSecond"],
        NamedBy = "name",
        Holds = "its items",
    };

    public override Charge Charge { get; } = new Charge.ByUsage(Capacity);

    public override IEnumerable<string> Facts(JsonObject inputs) =>
    [
        inputs.Word("billingMode"),
        .. When(inputs["readCapacity"] is not null, $"{inputs.Word("readCapacity")} RCU, {inputs.Word("writeCapacity")} WCU"),
        inputs.Word("pointInTimeRecovery", "enabled") == "true" ? "point-in-time recovery" : "NO point-in-time recovery",
        .. When(inputs["serverSideEncryption"] is not null, "customer key"),
        .. When(inputs.Word("deletionProtectionEnabled") == "true", "deletion protection"),
        .. When(inputs.Word("streamEnabled") == "true", "stream"),
    ];

    /// <summary>What one direction of a table or an index uses.</summary>
    /// <param name="range">Null on demand.</param>
    /// <param name="direction"><c>read</c> or <c>write</c>.</param>
    public static Usage Units(CapacityDemand demand, ScaledCapacity? range, string direction, double unitsPerMonth) => range is null
        ? new(Token, $"{direction}s of {demand.Label}, on demand", $"{direction}Unit", unitsPerMonth)
        : new(Token, $"{direction}s of {demand.Label}, provisioned", $"{direction}Capacity", range.UnitHoursPerMonth(unitsPerMonth));

    // Capacity, storage and recovery. A stream without a reader costs nothing.
    private static IEnumerable<Usage> Capacity(GraphResource table, ResourceGraph graph, Workload load)
    {
        foreach (var demand in CapacityDemand.Of(table))
        {
            yield return Units(demand, ScaledCapacity.Of(graph, demand, "Write"), "write", demand.WritesPerMonth(load));
            yield return Units(demand, ScaledCapacity.Of(graph, demand, "Read"), "read", demand.ReadsPerMonth(load));
            yield return new(Token, "storage", "tableStorage", demand.Gigabytes(load));
            // Indexes are made again when a table is restored, so no copy of them is kept.
            if (demand.Index is null && (table.Inputs["pointInTimeRecovery"] as JsonObject)?.Flag("enabled") == true)
            {
                yield return new(Token, "point-in-time recovery", "recovery", demand.Gigabytes(load));
            }
        }
    }
}
