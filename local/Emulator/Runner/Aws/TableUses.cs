using System.Collections.Immutable;
using System.Text.Json.Nodes;
using WorkoutLog.Local.Runner.Events;

namespace WorkoutLog.Local.Runner.Aws;

/// <summary>Reads from a call to DynamoDB and its answer what it did to each table.</summary>
internal static class TableUses
{
    /// <param name="request">Null for one that can't be read.</param>
    /// <param name="answer">Null for a call that broke off, or an answer without a body.</param>
    public static ImmutableArray<TableUse> Of(string operation, JsonObject? request, JsonObject? answer)
    {
        var items = ItemsOf(request);
        var isRead = operation is "Query" or "Scan" || operation.Contains("Get", StringComparison.Ordinal);
        var reasons = ReasonsOf(answer, items.Length);
        return [.. items.Zip(reasons).GroupBy(item => item.First, item => item.Second, StringComparer.Ordinal).Select(table =>
        {
            var units = UnitsOf(table.Key, answer);
            var throttles = table.Count(IsThrottled);
            return new TableUse(
                table.Key,
                isRead ? units : 0,
                isRead ? 0 : units,
                isRead ? throttles : 0,
                isRead ? 0 : throttles,
                table.Count(reason => reason is "TransactionConflict" or "TransactionConflictException"));
        })];
    }

    // One table name for each item of the call.
    private static ImmutableArray<string> ItemsOf(JsonObject? request)
    {
        var names = (request?["TransactItems"], request?["RequestItems"], request?["TableName"]) switch
        {
            (JsonArray items, _, _) => items.OfType<JsonObject>().SelectMany(item => item).Select(part => (part.Value as JsonObject)?["TableName"]),
            (_, JsonObject tables, _) => tables.Select(table => (JsonNode?)table.Key),
            (_, _, var table) => [table],
        };
        // Wherever DynamoDB takes a name, it takes the ARN as well.
        return [.. names.OfType<JsonValue>().Select(name => name.ToString().Split(":table/")[^1])];
    }

    // Why each item was refused: a cancelled transaction says it for each, any other error is about all of them.
    private static IEnumerable<string?> ReasonsOf(JsonObject? answer, int items) => answer?["CancellationReasons"] is JsonArray reasons && reasons.Count == items
        ? reasons.Select(reason => reason?["Code"]?.ToString())
        : Enumerable.Repeat((answer?["__type"] as JsonValue)?.ToString().Split('#')[^1], items);

    private static bool IsThrottled(string? reason) => reason
        is "ThrottlingError" or "ProvisionedThroughputExceeded" or "ProvisionedThroughputExceededException" or "ThrottlingException" or "RequestLimitExceeded";

    // The answer tells them only to a call that asks for them.
    private static double UnitsOf(string table, JsonObject? answer)
    {
        var consumed = answer?["ConsumedCapacity"] switch
        {
            JsonArray list => list.OfType<JsonObject>(),
            JsonObject one => [one],
            _ => [],
        };
        return consumed.Where(entry => entry["TableName"]?.ToString().Split(":table/")[^1] == table).Sum(entry => entry["CapacityUnits"]?.GetValue<double>() ?? 0);
    }
}
