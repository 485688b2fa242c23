using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using WorkoutLog.Local.Runner.Faults;

namespace WorkoutLog.Local.Tests.Runner.Faults;

/// <summary>Each kind as the AWS SDK sees it.</summary>
public sealed class FaultInjectorTests
{
    [Fact]
    public async Task Throttles_a_call()
    {
        await using var service = await FaultyService.StartAsync(Always("throttle"));
        using var client = service.CreateDynamoDb();

        var error = await Assert.ThrowsAsync<ProvisionedThroughputExceededException>(() => PutAsync(client));

        Assert.Equal(HttpStatusCode.BadRequest, error.StatusCode);
        Assert.False(string.IsNullOrEmpty(error.RequestId));
        Assert.Equal(0, service.CarriedOut);
    }

    [Theory]
    [InlineData("throttle", "ThrottlingError")]
    [InlineData("transactionConflict", "TransactionConflict")]
    public async Task Cancels_a_transaction_with_a_reason_for_each_item(string kind, string code)
    {
        await using var service = await FaultyService.StartAsync(Always(kind));
        using var client = service.CreateDynamoDb();

        var error = await Assert.ThrowsAsync<TransactionCanceledException>(() => TransactAsync(client, items: 3));

        Assert.Equal(["None", "None", code], error.CancellationReasons.Select(reason => reason.Code).Order(StringComparer.Ordinal));
        Assert.Equal(HttpStatusCode.BadRequest, error.StatusCode);
        Assert.StartsWith("Transaction cancelled, please refer cancellation reasons for specific reasons [", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, service.CarriedOut);
    }

    [Fact]
    public async Task Lets_a_single_item_be_in_a_transaction()
    {
        await using var service = await FaultyService.StartAsync(Always("transactionConflict"));
        using var client = service.CreateDynamoDb();

        await Assert.ThrowsAsync<TransactionConflictException>(() => PutAsync(client));
    }

    [Fact]
    public async Task Says_that_a_transaction_is_in_progress()
    {
        await using var service = await FaultyService.StartAsync(Always("transactionInProgress"));
        using var client = service.CreateDynamoDb();

        await Assert.ThrowsAsync<TransactionInProgressException>(() => TransactAsync(client, items: 1));
    }

    [Fact]
    public async Task Fails_in_the_service()
    {
        await using var service = await FaultyService.StartAsync(Always("internalError"));
        using var client = service.CreateDynamoDb();

        var error = await Assert.ThrowsAsync<InternalServerErrorException>(() => PutAsync(client));

        Assert.Equal(HttpStatusCode.InternalServerError, error.StatusCode);
    }

    [Theory]
    [InlineData("""{"action":"*","kind":"resetBefore","rate":1}""", 0)]
    [InlineData("""{"action":"*","kind":"down"}""", 0)]
    [InlineData("""{"action":"*","kind":"resetAfterCommit","rate":1}""", 1)]
    public async Task Breaks_the_connection(string rule, int carriedOut)
    {
        await using var service = await FaultyService.StartAsync($$"""{"faults":[{{rule}}]}""");
        using var client = service.CreateDynamoDb();

        var error = await Assert.ThrowsAnyAsync<Exception>(() => PutAsync(client));

        Assert.Contains(Causes(error), cause => cause is SocketException { SocketErrorCode: SocketError.ConnectionReset });
        Assert.Equal(carriedOut, service.CarriedOut);
    }

    [Fact]
    public async Task Makes_a_call_late()
    {
        await using var service = await FaultyService.StartAsync("""{"faults":[{"action":"dynamodb:PutItem","kind":"latency","latencyMs":60000,"rate":1}]}""");
        using var client = service.CreateDynamoDb();
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PutAsync(client, patience.Token));

        Assert.Equal((1, 0), (service.Faults.Counters.Of(FaultKind.Latency), service.CarriedOut));
    }

    [Theory]
    [InlineData("throttle", HttpStatusCode.BadRequest, """{"__type":"ThrottlingException","message":"Rate exceeded"}""")]
    [InlineData("internalError", HttpStatusCode.InternalServerError, """{"__type":"InternalServerError","message":"An error occurred on the server side."}""")]
    public async Task Answers_as_SSM_does(string kind, HttpStatusCode status, string body)
    {
        await using var service = await FaultyService.StartAsync(Always(kind));
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, service.Url) { Content = new StringContent("""{"Names":["/p"]}""", Encoding.UTF8) };
        request.Headers.Add("X-Amz-Target", "AmazonSSM.GetParameters");

        using var answer = await http.SendAsync(request);

        Assert.Equal((status, body), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        Assert.True(answer.Headers.Contains("x-amzn-RequestId"));
    }

    [Fact]
    public async Task Follows_a_script_and_then_leaves_the_calls_alone()
    {
        await using var service = await FaultyService.StartAsync("""{"faults":[{"action":"dynamodb:put*","script":["none","throttle","internalError"]}]}""");
        using var client = service.CreateDynamoDb();

        var ends = new List<string>();
        for (var call = 0; call < 5; call++)
        {
            ends.Add(await EndOfAsync(() => PutAsync(client)));
        }

        Assert.Equal(["done", "ProvisionedThroughputExceededException", "InternalServerErrorException", "done", "done"], ends);
        Assert.Equal((5, 1, 1), (service.Faults.Counters.Calls, service.Faults.Counters.Of(FaultKind.Throttle), service.Faults.Counters.Of(FaultKind.InternalError)));
    }

    [Theory]
    [InlineData("""{"action":"dynamodb:GetItem","kind":"throttle","rate":1}""")]
    [InlineData("""{"action":"*","function":"QueryWorkouts","kind":"throttle","rate":1}""")]
    [InlineData("""{"action":"*","kind":"transactionInProgress","rate":1}""")]
    public async Task Leaves_other_calls_alone(string rule)
    {
        await using var service = await FaultyService.StartAsync($$"""{"faults":[{{rule}}]}""");
        using var client = service.CreateDynamoDb();

        Assert.Equal("done", await EndOfAsync(() => PutAsync(client)));
        Assert.All(service.Faults.Counters.ByKind, kind => Assert.Equal(0, kind.Count));
    }

    [Fact]
    public async Task Does_the_same_again_for_the_same_seed()
    {
        const string Spec = """{"seed":7,"faults":[{"action":"*","kind":"throttle","rate":0.4},{"action":"*","kind":"internalError","rate":0.4}]}""";
        await using var service = await FaultyService.StartAsync(Spec);
        using var client = service.CreateDynamoDb();

        var first = await EndsAsync(client, 20);
        service.Faults.Use(FaultSpec.Parse(Spec, "again"));
        var second = await EndsAsync(client, 20);
        service.Faults.Clear();
        var cleared = await EndsAsync(client, 5);

        Assert.Equal(first, second);
        Assert.Equal(3, first.Distinct().Count());
        Assert.All(cleared, end => Assert.Equal("done", end));
        Assert.Equal(20, service.Faults.Counters.Calls);
    }

    private static string Always(string kind) => new JsonObject
    {
        ["faults"] = new JsonArray(new JsonObject { ["action"] = "*", ["kind"] = kind, ["rate"] = 1 }),
    }.ToJsonString();

    private static Task<PutItemResponse> PutAsync(AmazonDynamoDBClient client, CancellationToken cancellation = default) =>
        client.PutItemAsync("table", new() { ["k"] = new("v") }, cancellation);

    private static Task<TransactWriteItemsResponse> TransactAsync(AmazonDynamoDBClient client, int items) => client.TransactWriteItemsAsync(new TransactWriteItemsRequest
    {
        TransactItems = [.. Enumerable.Range(0, items).Select(_ => new TransactWriteItem { Put = new Put { TableName = "table", Item = new() { ["k"] = new("v") } } })],
    });

    private static async Task<List<string>> EndsAsync(AmazonDynamoDBClient client, int calls)
    {
        var ends = new List<string>();
        for (var call = 0; call < calls; call++)
        {
            ends.Add(await EndOfAsync(() => PutAsync(client)));
        }

        return ends;
    }

    private static async Task<string> EndOfAsync(Func<Task> call)
    {
        var error = await Record.ExceptionAsync(call);
        return error?.GetType().Name ?? "done";
    }

    private static IEnumerable<Exception> Causes(Exception error)
    {
        for (Exception? cause = error; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}
