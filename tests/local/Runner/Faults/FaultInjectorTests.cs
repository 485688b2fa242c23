using System.Net.Sockets;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Microsoft.AspNetCore.Http;

namespace WorkoutLog.Local.Tests.Runner.Faults;

/// <summary>Each kind as the AWS SDK sees it.</summary>
public sealed class FaultInjectorTests
{
    /// <summary>Kind, number of items in the transaction (0 for a single write), and the exception of the SDK with its status and reason.</summary>
    [Theory]
    [InlineData("throttle", 0, typeof(ProvisionedThroughputExceededException), HttpStatusCode.BadRequest)]
    [InlineData("throttle", 3, typeof(TransactionCanceledException), HttpStatusCode.BadRequest, "ThrottlingError")]
    [InlineData("transactionConflict", 3, typeof(TransactionCanceledException), HttpStatusCode.BadRequest, "TransactionConflict")]
    // A single item may be in a transaction.
    [InlineData("transactionConflict", 0, typeof(TransactionConflictException), HttpStatusCode.BadRequest)]
    [InlineData("transactionInProgress", 1, typeof(TransactionInProgressException), HttpStatusCode.BadRequest)]
    [InlineData("internalError", 0, typeof(InternalServerErrorException), HttpStatusCode.InternalServerError)]
    public async Task Fails_a_call_as_DynamoDB_does(string kind, int items, Type expected, HttpStatusCode status, string? reason = null)
    {
        await using var service = await FaultyService.StartAsync(Always(kind));
        using var client = service.CreateDynamoDb();

        var error = await Record.ExceptionAsync(() => items == 0 ? PutAsync(client) : TransactAsync(client, items));

        var fault = Assert.IsAssignableFrom<AmazonDynamoDBException>(error);
        Assert.Equal((expected, status, 0), (fault.GetType(), fault.StatusCode, service.CarriedOut));
        Assert.False(string.IsNullOrEmpty(fault.RequestId));
        if (fault is TransactionCanceledException cancelled)
        {
            Assert.Equal(["None", "None", reason], cancelled.CancellationReasons.Select(one => one.Code).Order(StringComparer.Ordinal));
            Assert.StartsWith("Transaction cancelled, please refer cancellation reasons for specific reasons [", cancelled.Message, StringComparison.Ordinal);
        }
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
    public async Task Delays_a_call()
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

    [Theory]
    [InlineData("""{"action":"dynamodb:put*","script":["none","throttle","internalError"]}""", "done ProvisionedThroughputExceededException InternalServerErrorException done done", 1)]
    [InlineData("""{"action":"dynamodb:GetItem","kind":"throttle","rate":1}""", "done", 0)]
    [InlineData("""{"action":"*","function":"QueryWorkouts","kind":"throttle","rate":1}""", "done", 0)]
    [InlineData("""{"action":"*","kind":"transactionInProgress","rate":1}""", "done", 0)]
    public async Task Follows_a_script_and_leaves_other_calls_alone(string rule, string ends, int each)
    {
        await using var service = await FaultyService.StartAsync($$"""{"faults":[{{rule}}]}""");
        using var client = service.CreateDynamoDb();

        var calls = ends.Split(' ');
        Assert.Equal(calls, await EndsAsync(client, calls.Length));
        Assert.Equal(calls.Length, service.Faults.Counters.Calls);
        Assert.All(service.Faults.Counters.ByKind, kind => Assert.Equal(kind.Kind is "throttle" or "internalError" ? each : 0, kind.Count));
    }

    [Fact]
    public async Task Repeats_the_same_faults_for_the_same_seed()
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

    private static string Always(string kind) => $$"""{"faults":[{"action":"*","kind":"{{kind}}","rate":1}]}""";

    private static Task<PutItemResponse> PutAsync(AmazonDynamoDBClient client, CancellationToken cancellation = default) =>
        client.PutItemAsync("table", new() { ["k"] = new("v") }, cancellation);

    private static Task<TransactWriteItemsResponse> TransactAsync(AmazonDynamoDBClient client, int items) => client.TransactWriteItemsAsync(new TransactWriteItemsRequest
    {
        TransactItems = [.. Enumerable.Range(0, items).Select(_ => new TransactWriteItem { Put = new Put { TableName = "table", Item = new() { ["k"] = new("v") } } })],
    });

    private static async Task<List<string>> EndsAsync(AmazonDynamoDBClient client, int calls)
    {
        var ends = new List<string>();
        while (ends.Count < calls)
        {
            ends.Add((await Record.ExceptionAsync(() => PutAsync(client)))?.GetType().Name ?? "done");
        }

        return ends;
    }

    private static IEnumerable<Exception> Causes(Exception? error) => error is null ? [] : Causes(error.InnerException).Prepend(error);
}

/// <summary>A service that answers every call with an empty object and counts it, behind an injector.</summary>
internal sealed class FaultyService : IAsyncDisposable
{
    private static readonly FunctionCredentials _caller = FunctionCredentials.Create("ProcessWorkout");
    private LoopbackServer? _server;
    private int _carriedOut;

    public FaultInjector Faults { get; } = new(TimeProvider.System);

    /// <summary>Number of calls that reached the service.</summary>
    public int CarriedOut => Volatile.Read(ref _carriedOut);

    public Uri Url => _server!.Url;

    public static async Task<FaultyService> StartAsync(string spec)
    {
        var service = new FaultyService();
        service.Faults.Use(FaultSpec.Parse(spec, "spec"));
        service._server = await LoopbackServer.StartAsync(0, service.HandleAsync, _ => { }, CancellationToken.None);
        return service;
    }

    /// <summary>Without retries, like the functions' client.</summary>
    public AmazonDynamoDBClient CreateDynamoDb() => new(
        new BasicAWSCredentials("a", "b"),
        new AmazonDynamoDBConfig { ServiceURL = Url.AbsoluteUri, AuthenticationRegion = "us-east-1", MaxErrorRetry = 0, MaxStaleConnectionRetries = 0 });

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        var body = await context.Request.ReadBodyAsync(1024 * 1024);
        var target = context.Request.Headers["X-Amz-Target"].ToString();
        var service = target.StartsWith("DynamoDB", StringComparison.Ordinal) ? "dynamodb" : "ssm";
        await Faults.InvokeAsync(new AwsCall(_caller, service, target.Split('.')[1], target, body), context, () =>
        {
            Interlocked.Increment(ref _carriedOut);
            context.Response.ContentType = "application/x-amz-json-1.0";
            return context.Response.WriteAsync("{}");
        });
    }
}
