namespace WorkoutLog.Local.Runner;

/// <summary>The services' error responses to calls that they do not execute.</summary>
internal static class FaultAnswers
{
    private const string InProgress = "The transaction with the given request token is already in progress.";
    private const string ItemInTransaction = "Transaction is ongoing for the item";
    private const string NoCapacity = "The level of configured provisioned throughput for the table was exceeded. Consider increasing your provisioning level with the UpdateTable API.";
    private const string NoCapacityForItem = "Throughput exceeds the current capacity of your table or index.";
    private const string ServerFailure = "The request processing has failed because of an unknown error, exception or failure.";

    /// <param name="kind">A fault that has a response and applies to the call.</param>
    /// <param name="pick">Draws the index of an item, from their count.</param>
    public static AwsAnswer Of(FaultKind kind, AwsCall call, Func<int, int> pick) => (kind, call.Service, call.Operation) switch
    {
        (FaultKind.Throttle, "dynamodb", "TransactWriteItems" or "TransactGetItems") => Cancelled(call, "ThrottlingError", NoCapacityForItem, pick),
        (FaultKind.Throttle, "dynamodb", _) => DynamoDb("ProvisionedThroughputExceededException", NoCapacity),
        (FaultKind.Throttle, _, _) => AwsAnswer.Error("ThrottlingException", "Rate exceeded"),
        (FaultKind.InternalError, "dynamodb", _) => DynamoDb("InternalServerError", ServerFailure) with { Status = StatusCodes.Status500InternalServerError },
        (FaultKind.InternalError, _, _) =>
            AwsAnswer.Error("InternalServerError", "An error occurred on the server side.", StatusCodes.Status500InternalServerError),
        (FaultKind.TransactionConflict, _, "TransactWriteItems" or "TransactGetItems") => Cancelled(call, "TransactionConflict", ItemInTransaction, pick),
        (FaultKind.TransactionConflict, _, _) => DynamoDb("TransactionConflictException", ItemInTransaction),
        (FaultKind.TransactionInProgress, _, _) => DynamoDb("TransactionInProgressException", InProgress),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This fault is not answered."),
    };

    private static AwsAnswer DynamoDb(string error, string message) => DynamoDb(error, new JsonObject { ["message"] = message });

    private static AwsAnswer DynamoDb(string error, JsonObject body)
    {
        body.Insert(0, "__type", $"com.amazonaws.dynamodb.v20120810#{error}");
        return AwsAnswer.Json(StatusCodes.Status400BadRequest, body) with { ContentType = "application/x-amz-json-1.0", HasChecksum = true };
    }

    // One reason per item; those without a conflict have the code None.
    private static AwsAnswer Cancelled(AwsCall call, string code, string message, Func<int, int> pick)
    {
        string[] codes = [.. Enumerable.Repeat("None", (HttpMessages.TryParse(call.Body.Span)?["TransactItems"] as JsonArray)?.Count ?? 0)];
        if (codes.Length > 0)
        {
            codes[pick(codes.Length)] = code;
        }

        var reasons = codes.Select(reason => (JsonNode)(reason == code
            ? new JsonObject { ["Code"] = reason, ["Message"] = message }
            : new JsonObject { ["Code"] = reason }));
        return DynamoDb("TransactionCanceledException", new JsonObject
        {
            ["CancellationReasons"] = new JsonArray([.. reasons]),
            ["Message"] = $"Transaction cancelled, please refer cancellation reasons for specific reasons [{string.Join(", ", codes)}]",
        });
    }
}
