using Amazon.DynamoDBv2;
using Amazon.Runtime;
using WorkoutLog.Infra.Policies;

namespace WorkoutLog.Local.Tests.Runner.Aws;

/// <summary>Calls that the functions' AWS endpoint rejects; every run covers the calls that it forwards.</summary>
public sealed class AwsGatewayTests : IAsyncLifetime, IDisposable
{
    private static readonly FunctionCredentials _credentials = FunctionCredentials.Create("Echo");
    private static readonly FunctionRole _role = new(
        "arn:aws:iam::123456789012:role/echo", "arn:aws:sts::123456789012:assumed-role/echo/Echo", [PolicyDocument.Allow("dynamodb:*", "*"), PolicyDocument.Allow("ssm:*", "*")]);

    private readonly CallLog _log = CallLog.Create(Path.GetTempFileName(), _ => { });
    private readonly DynamoDbForwarder _forwarder = new(new Uri("http://127.0.0.1:9"), "");
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

    [Theory]
    [InlineData("wrong", null, "InvalidSignatureException")]
    [InlineData(null, "wrong", "UnrecognizedClientException")]
    public async Task Refuses_wrong_keys(string? secret, string? token, string code)
    {
        using var client = new AmazonDynamoDBClient(
            new SessionAWSCredentials(_credentials.AccessKeyId, secret ?? _credentials.SecretAccessKey, token ?? _credentials.SessionToken),
            new AmazonDynamoDBConfig { ServiceURL = _server!.Url.ToString(), AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });

        var error = await Assert.ThrowsAsync<AmazonDynamoDBException>(() => client.ListTablesAsync());

        Assert.Equal(code, error.ErrorCode);
    }

    [Theory]
    [InlineData("AmazonSSM.PutParameter", "{}", """{"__type":"com.amazon.coral.service#UnknownOperationException","message":"A local run does not support the operation 'AmazonSSM.PutParameter'."}""")]
    [InlineData("AmazonSSM.GetParameters", "{", """{"__type":"com.amazon.coral.service#SerializationException","message":"The request is not JSON"}""")]
    [InlineData("Kinesis.PutRecord", "{}", """{"__type":"com.amazon.coral.service#UnknownOperationException","message":"A local run does not support the operation 'Kinesis.PutRecord'."}""")]
    public async Task Rejects_unsupported_calls_in_the_format_of_AWS(string target, string body, string expected)
    {
        using var http = new HttpClient();
        using var request = new AwsSdkSigner(_credentials.AccessKeyId, _credentials.SecretAccessKey, "us-east-1", "ssm").Sign(
            HttpMethod.Post, _server!.Url, "/", Encoding.UTF8.GetBytes(body),
            headers: new Dictionary<string, string> { ["X-Amz-Target"] = target, ["X-Amz-Security-Token"] = _credentials.SessionToken });

        using var answer = await http.SendAsync(request);

        Assert.Equal((HttpStatusCode.BadRequest, expected), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }
}
