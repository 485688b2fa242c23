using Amazon.DynamoDBv2.Model;
using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Contracts;
using WorkoutLog.Functions.Tests.Storage;
using WorkoutLog.Functions.Tests.Support;

namespace WorkoutLog.Functions.Tests.ProcessWorkout;

/// <summary>What the API answers to every mix of the reasons for which DynamoDB cancels a transaction.</summary>
[Collection(DynamoDbCollection.Name)]
public sealed class CancelledTransactionAnswerTests(DynamoDbFixture dynamoDb)
{
    private const string Condition = "ConditionalCheckFailed";
    private const string Conflict = "TransactionConflict";

    private static readonly string[] _throttled = ["ProvisionedThroughputExceeded", "ThrottlingError", "RequestLimitExceeded"];
    private static readonly string[] _rejected = ["ValidationError", "ItemCollectionSizeLimitExceeded"];
    private static readonly string[] _codes = ["None", Condition, Conflict, .. _throttled, .. _rejected, "SomethingNew"];

    private readonly string _user = DynamoDbFixture.NewUser();

    private static readonly string[] _writes =
        ["POST", "POST without a key", "POST with the key of another", "PUT", "PUT If-Match", "PUT of a deleted one", "DELETE", "DELETE If-Match"];

    public static TheoryData<string, string> Writes
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (write, code) in from write in _writes from code in _codes select (write, code))
            {
                data.Add(write, code);
            }

            return data;
        }
    }

    /// <remarks>The items are the log, its roll-up and, with a key, the record of the key.</remarks>
    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Every_mix_has_its_answer(string write, string first)
    {
        var items = await ItemsAsync(gone: write.Contains("deleted", StringComparison.Ordinal));
        string[] thirds = write is "POST" or "POST with the key of another" ? _codes : [""];
        var wrong = new List<string>();

        foreach (var second in _codes)
        {
            foreach (var third in thirds)
            {
                string[] codes = third.Length == 0 ? [first, second] : [first, second, third];
                string answer = await AnswerAsync(write, codes, items);
                string expected = Expected(write, codes);
                if (answer != expected)
                {
                    wrong.Add($"{string.Join(", ", codes)}: {answer} instead of {expected}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    private static string Expected(string write, string[] codes)
    {
        string[] given = [.. codes.Where(code => code != "None")];
        return given switch
        {
            _ when given.Length == 0 || given.Contains("SomethingNew") => "500 internal-error, 1 try",
            _ when given.Any(_rejected.Contains) => "400 invalid-request, 1 try",
            _ when given.Any(_throttled.Contains) => "503 unavailable, Retry-After 1, 12 tries",
            _ when given.Contains(Conflict) => "409 conflict, Retry-After 1, 12 tries",
            _ when codes.ElementAtOrDefault(2) == Condition => write == "POST" ? "201 replayed, 1 try" : "422 idempotency-key-reused, 1 try",
            _ when codes[0] == Condition => OfTheLog(write),
            // The roll-up has no condition: nobody knows what such an answer means.
            _ => "500 internal-error, 1 try",
        };
    }

    private static string OfTheLog(string write) => write switch
    {
        "PUT If-Match" or "DELETE If-Match" => "412 version-mismatch, 1 try",
        "PUT of a deleted one" => "404 workout-not-found, 1 try",
        // Each try finds another version than the one that it had read.
        "PUT" or "DELETE" => "409 conflict, Retry-After 1, 13 tries",
        _ => "201, 1 try",
    };

    private async Task<string> AnswerAsync(string write, string[] codes, Dictionary<string, AttributeValue>?[] items)
    {
        var client = new InterceptedDynamoDb(dynamoDb.Client)
        {
            BeforeWrite = (_, _) => throw new TransactionCanceledException("cancelled")
            {
                CancellationReasons = [.. codes.Select((code, place) => new CancellationReason { Code = code, Item = code == Condition ? items[place] : null })],
            },
        };
        var answer = await new ProcessFunction(dynamoDb, client.Client, new SkippingTime()).HandleAsync(Event(write, items[3]!["id"].S));
        string kind = answer.StatusCode >= 400 ? " " + answer.Problem().Type.Split(':')[^1] : "";
        string replay = answer.Headers.ContainsKey("Idempotent-Replayed") ? " replayed" : "";
        string retry = answer.Headers.TryGetValue("Retry-After", out var seconds) ? $", Retry-After {seconds}" : "";
        int tries = Math.Min(client.Transactions.Count, 13);
        return $"{answer.StatusCode}{kind}{replay}{retry}, {tries} {(tries == 1 ? "try" : "tries")}";
    }

    /// <summary>What is in the way at the places of log (a version newer than the table's), roll-up and record; last, the workout's id.</summary>
    private async Task<Dictionary<string, AttributeValue>?[]> ItemsAsync(bool gone)
    {
        var function = new ProcessFunction(dynamoDb);
        var logged = await function.HandleAsync(Event("POST", ""));
        string id = logged.Headers["Location"].Split('/')[^1];
        await function.HandleAsync(Events.PutWorkout(_user, id, Content));
        var items = await dynamoDb.LogsOfAsync(_user);
        var log = items.Single(item => !IsRecord(item));
        log["version"] = new() { N = "3" };
        return [gone ? null : log, null, items.Single(IsRecord), new() { ["id"] = new() { S = id } }];
    }

    private APIGatewayProxyRequest Event(string write, string id) => write switch
    {
        "POST" => Events.PostWorkout(Body(30)).With("Idempotency-Key", "k"),
        "POST with the key of another" => Events.PostWorkout(Body(31)).With("Idempotency-Key", "k"),
        "POST without a key" => Events.PostWorkout(Body(30)),
        "PUT" or "PUT of a deleted one" => Events.PutWorkout(_user, id, Content),
        "PUT If-Match" => Events.PutWorkout(_user, id, Content).With("If-Match", "\"2\""),
        "DELETE" => Events.DeleteWorkout(_user, id),
        _ => Events.DeleteWorkout(_user, id).With("If-Match", "\"2\""),
    };

    private const string Content = """{"workoutType":"RUN","durationMinutes":45}""";

    private static bool IsRecord(Dictionary<string, AttributeValue> item) =>
        item[LogsTableSchema.SortKey].S.StartsWith("IDEMPOTENCY#", StringComparison.Ordinal);

    private string Body(int minutes) => $$"""{"userId":"{{_user}}","workoutType":"RUN","durationMinutes":{{minutes}}}""";
}
