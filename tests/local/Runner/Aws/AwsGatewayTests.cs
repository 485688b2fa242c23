using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using WorkoutLog.Local.Runner.Aws;
using WorkoutLog.Local.Runner.DynamoDb;
using WorkoutLog.Local.Runner.Http;
using WorkoutLog.Local.Runner.Iam;
using WorkoutLog.Local.Runner.Iam.Policies;
using WorkoutLog.Local.Runner.Lambda;
using WorkoutLog.Local.Runner.Ssm;
using WorkoutLog.Local.Tests.Support;

namespace WorkoutLog.Local.Tests.Runner.Aws;

public sealed class AwsGatewayTests(DynamoDbLocalFixture dynamoDb) : IClassFixture<DynamoDbLocalFixture>, IAsyncLifetime, IDisposable
{
    private static readonly FunctionCredentials _credentials = FunctionCredentials.Create("Echo");
    private static readonly FunctionRole _role = new(
        "arn:aws:iam::123456789012:role/echo", "arn:aws:sts::123456789012:assumed-role/echo/Echo", [Policy.Allow("dynamodb:*", "*"), Policy.Allow("ssm:*", "*")]);

    private readonly CallLog _log = CallLog.Create(Path.GetTempFileName());
    private readonly DynamoDbForwarder _forwarder = new(dynamoDb.Endpoint);
    private LoopbackServer? _server;

    public async Task InitializeAsync()
    {
        var parameters = new ParameterStore([SampleGraph.Parameter("/p", "String", "1")], DateTimeOffset.UnixEpoch);
        var gateway = new AwsGateway(
            new AwsCallReader("us-east-1", [_credentials], TimeProvider.System),
            new AwsAuthorizer("us-east-1", "123456789012", ImmutableDictionary<string, FunctionRole>.Empty.Add("Echo", _role), _log),
            _forwarder,
            parameters);
        _server = await LoopbackServer.StartAsync(0, gateway.HandleAsync, _ => { }, CancellationToken.None);
    }

    public async Task DisposeAsync() => await _server!.DisposeAsync();

    public void Dispose()
    {
        _forwarder.Dispose();
        _log.Dispose();
        File.Delete(_log.Path);
    }

    [Fact]
    public async Task Hands_a_signed_call_of_the_SDK_on_to_DynamoDB()
    {
        using var admin = dynamoDb.CreateClient();
        var table = SampleGraph.Table() with { Outputs = new JsonObject { ["name"] = "through-the-gateway" } };
        await TableCreator.CreateAsync(admin, table, CancellationToken.None);
        using var client = Client(_credentials.SecretAccessKey, _credentials.SessionToken);
        var key = new Dictionary<string, AttributeValue> { ["userId"] = new("é"), ["workoutTimestamp"] = new("1") };

        await client.PutItemAsync("through-the-gateway", key);
        var item = await client.GetItemAsync("through-the-gateway", key);

        Assert.Equal("é", item.Item["userId"].S);
    }

    [Fact]
    public async Task Hands_back_the_errors_of_DynamoDB()
    {
        using var client = Client(_credentials.SecretAccessKey, _credentials.SessionToken);

        await Assert.ThrowsAsync<ResourceNotFoundException>(() => client.DescribeTableAsync("nowhere"));
    }

    [Theory]
    [InlineData("wrong", null, "InvalidSignatureException")]
    [InlineData(null, "wrong", "UnrecognizedClientException")]
    public async Task Refuses_wrong_keys(string? secret, string? token, string code)
    {
        using var client = Client(secret ?? _credentials.SecretAccessKey, token ?? _credentials.SessionToken);

        var error = await Assert.ThrowsAsync<AmazonDynamoDBException>(() => client.ListTablesAsync());

        Assert.Equal(code, error.ErrorCode);
    }

    [Fact]
    public async Task Serves_parameters()
    {
        using var answer = await SendAsync("AmazonSSM.GetParameters", """{"Names":["/p"]}""", "ssm");

        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("1", body["Parameters"]![0]!["Value"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("AmazonSSM.PutParameter", "{}", """{"__type":"com.amazon.coral.service#UnknownOperationException","message":"A local run does not know the operation 'AmazonSSM.PutParameter'."}""")]
    [InlineData("AmazonSSM.GetParameters", "{", """{"__type":"com.amazon.coral.service#SerializationException","message":"The request is not JSON"}""")]
    [InlineData("Kinesis.PutRecord", "{}", """{"__type":"com.amazon.coral.service#UnknownOperationException","message":"A local run does not know the operation 'Kinesis.PutRecord'."}""")]
    public async Task Refuses_what_it_can_not_do_in_the_shape_of_AWS(string target, string body, string expected)
    {
        using var answer = await SendAsync(target, body, "ssm");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(expected, await answer.Content.ReadAsStringAsync());
    }

    private AmazonDynamoDBClient Client(string secret, string token) => new(
        new SessionAWSCredentials(_credentials.AccessKeyId, secret, token),
        new AmazonDynamoDBConfig { ServiceURL = _server!.Url.ToString(), AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });

    private async Task<HttpResponseMessage> SendAsync(string target, string body, string service)
    {
        var signer = new AwsSdkSigner(_credentials.AccessKeyId, _credentials.SecretAccessKey, "us-east-1", service);
        using var request = signer.Sign(HttpMethod.Post, _server!.Url, "/", Encoding.UTF8.GetBytes(body), headers: new Dictionary<string, string>
        {
            ["X-Amz-Target"] = target,
            ["X-Amz-Security-Token"] = _credentials.SessionToken,
        });
        using var http = new HttpClient();
        return await http.SendAsync(request);
    }
}
