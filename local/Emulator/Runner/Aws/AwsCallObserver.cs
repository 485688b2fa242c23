namespace WorkoutLog.Local.Runner;

/// <summary>Reports each call to AWS and its response to the observers of the run; without observers, calls pass untouched.</summary>
internal sealed class AwsCallObserver(RunEvents events, AwsAccesses accesses, TimeProvider clock)
{
    /// <param name="handle">Responds to the call; returns false if it broke the connection instead.</param>
    public async Task RunAsync(AwsCall call, HttpContext context, Func<Task<bool>> handle)
    {
        if (!events.IsObserved)
        {
            await handle();
            return;
        }

        var (time, began) = (clock.GetUtcNow(), clock.GetTimestamp());
        var wire = context.Response.Body;
        using var answer = new MemoryStream();
        context.Response.Body = answer;
        var isAnswered = false;
        try
        {
            isAnswered = await handle();
        }
        finally
        {
            context.Response.Body = wire;
            // DynamoDB Local responds with HTML to a body that it can't read.
            var document = isAnswered ? HttpMessages.TryParse(answer.ToArray()) as JsonObject : null;
            events.Publish(new AwsCallEnded(
                time, call.Caller.FunctionName, context.Request.Headers["X-Amzn-Trace-Id"] is [{ } trace, ..] ? trace : null, call.Service,
                call.Operation, ResourcesOf(call), isAnswered ? context.Response.StatusCode : 0,
                (document?["__type"] as JsonValue)?.ToString().Split('#')[^1], clock.GetElapsedTime(began),
                call.Service == "dynamodb" && !call.IsQuery ? TableUses.Of(call.Operation, HttpMessages.TryParse(call.Body.Span) as JsonObject, document) : []));
        }

        if (isAnswered)
        {
            await wire.WriteAsync(answer.ToArray(), context.RequestAborted);
        }
    }

    private ImmutableArray<string> ResourcesOf(AwsCall call)
    {
        try
        {
            return [.. accesses.Of(call).Select(access => access.Resource).Distinct()];
        }
        catch (JsonException)
        {
            // The gateway rejects this call; it has no resources.
            return [];
        }
    }
}

/// <summary>Derives the use of each table from a DynamoDB call and its response.</summary>
internal static class TableUses
{
    /// <param name="request">Null if it can't be read.</param>
    /// <param name="answer">Null if the connection broke, or without a body.</param>
    public static ImmutableArray<TableUse> Of(string operation, JsonObject? request, JsonObject? answer)
    {
        var items = ItemsOf(request);
        var isRead = operation is "Query" or "Scan" || operation.Contains("Get", StringComparison.Ordinal);
        var reasons = ReasonsOf(answer, items.Length);
        // Reading an index consumes no capacity of its table.
        var read = request?["IndexName"]?.ToString();
        return
        [
            .. from table in items.Zip(reasons).GroupBy(item => item.First, item => item.Second, StringComparer.Ordinal)
               let consumed = UnitsOf(table.Key, read, answer).ToArray()
               from index in consumed.Select(part => part.Index).Prepend(read).Prepend(null).Distinct()
               let units = consumed.Where(part => part.Index == index).Sum(part => part.Units)
               let throttles = index == read ? table.Count(IsThrottled) : 0
               select new TableUse(
                   table.Key, index, isRead ? units : 0, isRead ? 0 : units, isRead ? throttles : 0, isRead ? 0 : throttles,
                   index is null ? table.Count(reason => reason is "TransactionConflict" or "TransactionConflictException") : 0),
        ];
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
        // DynamoDB accepts an ARN wherever it accepts a table name.
        return [.. names.OfType<JsonValue>().Select(name => name.ToString().Split(":table/")[^1])];
    }

    // The error code per item: a cancelled transaction has one per item, any other error applies to all items.
    private static IEnumerable<string?> ReasonsOf(JsonObject? answer, int items) => answer?["CancellationReasons"] is JsonArray reasons && reasons.Count == items
        ? reasons.Select(reason => reason?["Code"]?.ToString())
        : Enumerable.Repeat((answer?["__type"] as JsonValue)?.ToString().Split('#')[^1], items);

    private static bool IsThrottled(string? reason) => reason
        is "ThrottlingError" or "ProvisionedThroughputExceeded" or "ProvisionedThroughputExceededException" or "ThrottlingException" or "RequestLimitExceeded";

    // The response has them only on request, and separately per index only with INDEXES.
    private static IEnumerable<(string? Index, double Units)> UnitsOf(string table, string? read, JsonObject? answer)
    {
        var consumed = answer?["ConsumedCapacity"] switch
        {
            JsonArray list => list.OfType<JsonObject>(),
            JsonObject one => [one],
            _ => [],
        };
        return consumed.Where(entry => entry["TableName"]?.ToString().Split(":table/")[^1] == table).SelectMany(entry => entry["Table"] is null
            ? [(read, Units(entry))]
            : (entry["GlobalSecondaryIndexes"] as JsonObject ?? []).Select(index => ((string?)index.Key, Units(index.Value))).Append((null, Units(entry["Table"]))));
    }

    private static double Units(JsonNode? consumed) => consumed?["CapacityUnits"]?.GetValue<double>() ?? 0;
}
