using Amazon.DynamoDBv2.Model;
using WorkoutLog.Functions.Tests.Storage;

namespace WorkoutLog.Functions.Tests.ProcessWorkout;

/// <summary>The API's response to every combination of reasons for which DynamoDB cancels a transaction.</summary>
[Collection(DynamoDbCollection.Name)]
public sealed class CancelledTransactionTests(DynamoDbFixture dynamoDb)
{
    private const string Condition = "ConditionalCheckFailed";
    private const string Conflict = "TransactionConflict";
    private const string Content = """{"workoutType":"RUN","durationMinutes":45}""";

    private static readonly string[] _throttled = ["ProvisionedThroughputExceeded", "ThrottlingError", "RequestLimitExceeded"];
    private static readonly string[] _rejected = ["ValidationError", "ItemCollectionSizeLimitExceeded"];
    private static readonly string[] _codes = ["None", Condition, Conflict, .. _throttled, .. _rejected, "SomethingNew"];

    private static readonly string[] _writes =
        ["POST", "POST without a key", "POST with the key of another", "PUT", "PUT If-Match", "PUT of a deleted one", "DELETE", "DELETE If-Match"];

    private readonly string _user = DynamoDbFixture.NewUser();

    public static IEnumerable<object[]> Writes => from write in _writes from code in _codes select new object[] { write, code };

    /// <remarks>The items are the log, with a key the record of the key, and the roll-up.</remarks>
    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Every_combination_has_its_response(string write, string first)
    {
        var (id, log, items) = await ItemsAsync(gone: write.Contains("deleted", StringComparison.Ordinal));
        string[] ofRecords = write is "POST" or "POST with the key of another" ? _codes : [""];
        var wrong = new List<string>();

        foreach (var (ofRollup, ofRecord) in from ofRollup in _codes from ofRecord in ofRecords select (ofRollup, ofRecord))
        {
            string[] codes = ofRecord.Length == 0 ? [first, ofRollup] : [first, ofRecord, ofRollup];
            string answer = await AnswerAsync(write, codes, id, log, items);
            string expected = Expected(write, codes);
            if (answer != expected)
            {
                wrong.Add($"{string.Join(", ", codes)}: {answer} instead of {expected}");
            }
        }

        Assert.Empty(wrong);
    }

    private static string Expected(string write, string[] codes)
    {
        string[] given = [.. codes.Where(code => code != "None")];
        return given switch
        {
            _ when given.Length == 0 || given.Contains("SomethingNew") => "500 internal-error, 1 tries",
            _ when given.Any(_rejected.Contains) => "400 invalid-request, 1 tries",
            _ when given.Any(_throttled.Contains) => "503 unavailable, Retry-After 1, 12 tries",
            _ when given.Contains(Conflict) => "409 conflict, Retry-After 1, 12 tries",
            _ when codes is [_, Condition, _] => write == "POST" ? "201 replayed, 1 tries" : "422 idempotency-key-reused, 1 tries",
            _ when codes[0] == Condition => OfTheLog(write),
            // The roll-up has no condition, so this reason is unexpected.
            _ => "500 internal-error, 1 tries",
        };
    }

    private static string OfTheLog(string write) => write switch
    {
        "PUT If-Match" or "DELETE If-Match" => "412 version-mismatch, 1 tries",
        "PUT of a deleted one" => "404 workout-not-found, 1 tries",
        // Each attempt finds a different version from the one it read.
        "PUT" or "DELETE" => "409 conflict, Retry-After 1, 13 tries",
        _ => "201, 1 tries",
    };

    private async Task<string> AnswerAsync(string write, string[] codes, string id, Dictionary<string, AttributeValue> log, Dictionary<string, AttributeValue>?[] items)
    {
        bool isDeleted = items[0] is null;
        Dictionary<string, AttributeValue> key = new() { ["userId"] = log["userId"], ["workoutTimestamp"] = log["workoutTimestamp"] };
        var client = new InterceptedDynamoDb(dynamoDb.Client)
        {
            BeforeWrite = async (_, _) =>
            {
                await (isDeleted ? dynamoDb.Client.DeleteItemAsync(dynamoDb.Tables.Logs, key) : Task.CompletedTask);
                throw new TransactionCanceledException("cancelled")
                {
                    CancellationReasons = [.. codes.Select((code, place) => new CancellationReason { Code = code, Item = code == Condition ? items[place] : null })],
                };
            },
        };
        await (isDeleted ? dynamoDb.Client.PutItemAsync(dynamoDb.Tables.Logs, log) : Task.CompletedTask);
        var answer = await new TestApi(client.Client, new SkippingTime()).HandleAsync(Event(write, id));
        string kind = answer.StatusCode >= 400 ? answer.Kind() : $"{answer.StatusCode}";
        string replay = answer.Headers.ContainsKey("Idempotent-Replayed") ? " replayed" : "";
        string retry = answer.Headers.TryGetValue("Retry-After", out var seconds) ? $", Retry-After {seconds}" : "";
        return $"{kind}{replay}{retry}, {Math.Min(client.Transactions.Count, 13)} tries";
    }

    /// <summary>A workout's id and log, and the items that DynamoDB returns for the log (a newer version than the table's) and the record.</summary>
    private async Task<(string Id, Dictionary<string, AttributeValue> Log, Dictionary<string, AttributeValue>?[] Items)> ItemsAsync(bool gone)
    {
        var api = new TestApi(dynamoDb.Client);
        string id = (await api.HandleAsync(Event("POST", ""))).Headers["Location"].Split('/')[^1];
        await api.HandleAsync(Events.PutWorkout(_user, id, Content));
        var items = await dynamoDb.LogsOfAsync(_user);
        var log = items.Single(item => !IsRecord(item));
        log["version"] = new() { N = "3" };
        return (id, log, [gone ? null : log, items.Single(IsRecord), null]);
    }

    private APIGatewayProxyRequest Event(string write, string id) => write switch
    {
        "POST" => Events.PostWorkout(Workouts.Body(_user)).With("Idempotency-Key", "k"),
        "POST with the key of another" => Events.PostWorkout(Workouts.Body(_user, ",\"distanceKm\":1")).With("Idempotency-Key", "k"),
        "POST without a key" => Events.PostWorkout(Workouts.Body(_user)),
        "PUT" or "PUT of a deleted one" => Events.PutWorkout(_user, id, Content),
        "PUT If-Match" => Events.PutWorkout(_user, id, Content).With("If-Match", "\"2\""),
        "DELETE" => Events.DeleteWorkout(_user, id),
        _ => Events.DeleteWorkout(_user, id).With("If-Match", "\"2\""),
    };

    private static bool IsRecord(Dictionary<string, AttributeValue> item) =>
        item[LogsTableSchema.SortKey].S.StartsWith("IDEMPOTENCY#", StringComparison.Ordinal);
}
