using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using WorkoutLog.Local.Runner.Aws;

namespace WorkoutLog.Local.Runner.Faults;

/// <summary>The answers of the services to calls that they don't carry out.</summary>
internal static class FaultAnswers
{
    private const string InProgress = "The transaction with the given request token is already in progress.";
    private const string ItemInTransaction = "Transaction is ongoing for the item";
    private const string NoCapacity = "The level of configured provisioned throughput for the table was exceeded. Consider increasing your provisioning level with the UpdateTable API.";
    private const string NoCapacityForItem = "Throughput exceeds the current capacity of your table or index.";
    private const string ServerFailure = "The request processing has failed because of an unknown error, exception or failure.";

    /// <param name="kind">One that is answered, and that can happen to the call.</param>
    /// <param name="pick">Draws one of so many items.</param>
    public static FaultAnswer Of(FaultKind kind, AwsCall call, Func<int, int> pick) => (kind, call.Service, call.Operation) switch
    {
        (FaultKind.Throttle, "dynamodb", "TransactWriteItems" or "TransactGetItems") => Cancelled(call, "ThrottlingError", NoCapacityForItem, pick),
        (FaultKind.Throttle, "dynamodb", _) => DynamoDb("ProvisionedThroughputExceededException", NoCapacity),
        (FaultKind.Throttle, _, _) => new FaultAnswer(StatusCodes.Status400BadRequest, Body("ThrottlingException", "Rate exceeded"), HasChecksum: false),
        (FaultKind.InternalError, "dynamodb", _) => DynamoDb("InternalServerError", ServerFailure) with { Status = StatusCodes.Status500InternalServerError },
        (FaultKind.InternalError, _, _) => new FaultAnswer(
            StatusCodes.Status500InternalServerError, Body("InternalServerError", "An error occurred on the server side."), HasChecksum: false),
        (FaultKind.TransactionConflict, _, "TransactWriteItems" or "TransactGetItems") => Cancelled(call, "TransactionConflict", ItemInTransaction, pick),
        (FaultKind.TransactionConflict, _, _) => DynamoDb("TransactionConflictException", ItemInTransaction),
        (FaultKind.TransactionInProgress, _, _) => DynamoDb("TransactionInProgressException", InProgress),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This fault is not answered."),
    };

    private static FaultAnswer DynamoDb(string error, string message) => new(StatusCodes.Status400BadRequest, Body(TypeOf(error), message), HasChecksum: true);

    // One reason for each item; those that were not in the way have the code None.
    private static FaultAnswer Cancelled(AwsCall call, string code, string message, Func<int, int> pick)
    {
        string[] codes = [.. Enumerable.Repeat("None", CountItems(call))];
        if (codes.Length > 0)
        {
            codes[pick(codes.Length)] = code;
        }

        var reasons = codes.Select(reason => (JsonNode)(reason == code
            ? new JsonObject { ["Code"] = reason, ["Message"] = message }
            : new JsonObject { ["Code"] = reason }));
        return new FaultAnswer(StatusCodes.Status400BadRequest, HasChecksum: true, Body: new JsonObject
        {
            ["__type"] = TypeOf("TransactionCanceledException"),
            ["CancellationReasons"] = new JsonArray([.. reasons]),
            ["Message"] = $"Transaction cancelled, please refer cancellation reasons for specific reasons [{string.Join(", ", codes)}]",
        });
    }

    private static int CountItems(AwsCall call)
    {
        try
        {
            return JsonNode.Parse(call.Body.Span)?["TransactItems"] is JsonArray items ? items.Count : 0;
        }
        catch (JsonException)
        {
            return 0;
        }
    }

    private static string TypeOf(string error) => $"com.amazonaws.dynamodb.v20120810#{error}";

    private static JsonObject Body(string type, string message) => new() { ["__type"] = type, ["message"] = message };
}
