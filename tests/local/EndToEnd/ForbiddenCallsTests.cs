using System.Xml.Linq;

namespace WorkoutLog.Local.Tests.EndToEnd;

/// <summary>Calls that no function of the real stack may make, tried with the keys of each function's role.</summary>
[Collection(AfterAllRuns.Name)]
public sealed class ForbiddenCallsTests(Stacks stacks) : IClassFixture<Stacks>, IAsyncLifetime, IDisposable
{
    private const string Account = "123456789012";
    private static readonly string[] _functions = ["ProcessWorkout", "QueryWorkouts"];

    // An allowed call would fail to connect.
    private static readonly Uri _nowhere = new("http://127.0.0.1:9");

    private readonly DynamoDbForwarder _forwarder = new(_nowhere, "");
    private readonly CallLog _log = CallLog.Create(Path.GetTempFileName(), _ => { });
    private readonly HttpClient _http = new();
    private ImmutableDictionary<string, FunctionCredentials> _credentials = ImmutableDictionary<string, FunctionCredentials>.Empty;
    private StackDescription? _stack;
    private LoopbackServer? _server;

    public async Task InitializeAsync()
    {
        _stack = StackDescription.From(stacks.Dev);
        _credentials = _stack.Functions.ToImmutableDictionary(function => function.Name, function => FunctionCredentials.Create(function.Name));
        var gateway = new AwsGateway(
            new AwsCallReader(_stack.Region, _credentials.Values, TimeProvider.System),
            new AwsAuthorizer(_stack.Region, Account, _stack.Roles, _log),
            _forwarder,
            new ParameterStore(_stack.Parameters, DateTimeOffset.UnixEpoch));
        _server = await LoopbackServer.StartAsync(0, gateway.HandleAsync, _ => { }, CancellationToken.None);
    }

    public async Task DisposeAsync() => await _server!.DisposeAsync();

    public void Dispose()
    {
        _http.Dispose();
        _forwarder.Dispose();
        _log.Dispose();
        File.Delete(_log.Path);
    }

    /// <summary>Target (empty for the query protocol), action, body, and ARN of the resource.</summary>
    [Theory, Cases]
    public async Task Are_denied_in_the_format_of_AWS_and_logged(string target, string action, string body, string resource)
    {
        var arn = WithRealNames(resource);
        foreach (var function in _functions)
        {
            using var answer = await SendAsync(function, target, action, WithRealNames(body));

            var (code, message) = Error(target, await answer.Content.ReadAsStringAsync());
            Assert.Equal(target.Length == 0 ? HttpStatusCode.Forbidden : HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Equal(target switch { "" => "AccessDenied", "DynamoDB_20120810" => "com.amazon.coral.service#AccessDeniedException", _ => "AccessDeniedException" }, code);
            Assert.Equal(
                $"User: {_stack!.Roles[function].SessionArn} is not authorized to perform: {action} on resource: {arn} because no identity-based policy allows the {action} action",
                message);
        }

        Assert.Equal(_functions.Select(function => new CallRecord(function, action, arn, Allowed: false)), CallLog.Read(_log.Path));
    }

    [Fact]
    public async Task Deny_a_transaction_with_one_forbidden_item()
    {
        const string Body = """{"TransactItems":[{"Put":{"TableName":"LOGS"}},{"Put":{"TableName":"STATS"}}]}""";

        using var answer = await SendAsync("ProcessWorkout", "DynamoDB_20120810", "dynamodb:TransactWriteItems", WithRealNames(Body));

        Assert.Contains(WithRealNames("dynamodb:PutItem on resource: arn:aws:dynamodb:us-east-1:123456789012:table/STATS"), await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal([true, false], CallLog.Read(_log.Path).Select(call => call.Allowed));
    }

    private string WithRealNames(string text) => text
        .Replace("LOGS", _stack!.Tables.Single(table => table.Name == "logs").Outputs["name"]!.GetValue<string>(), StringComparison.Ordinal)
        .Replace("STATS", _stack!.Tables.Single(table => table.Name == "stats").Outputs["name"]!.GetValue<string>(), StringComparison.Ordinal);

    private static (string Code, string Message) Error(string target, string body)
    {
        if (target.Length > 0)
        {
            var json = JsonNode.Parse(body)!;
            return (json["__type"]!.GetValue<string>(), json["Message"]!.GetValue<string>());
        }

        XNamespace iam = "https://iam.amazonaws.com/doc/2010-05-08/";
        var error = XElement.Parse(body).Element(iam + "Error")!;
        return (error.Element(iam + "Code")!.Value, error.Element(iam + "Message")!.Value);
    }

    private async Task<HttpResponseMessage> SendAsync(string function, string target, string action, string body)
    {
        var keys = _credentials[function];
        var headers = new Dictionary<string, string> { ["X-Amz-Security-Token"] = keys.SessionToken };
        var (service, operation) = (action.Split(':')[0], action.Split(':')[1]);
        if (target.Length > 0)
        {
            headers["X-Amz-Target"] = $"{target}.{operation}";
        }

        using var request = new AwsSdkSigner(keys.AccessKeyId, keys.SecretAccessKey, _stack!.Region, service)
            .Sign(HttpMethod.Post, _server!.Url, "/", Encoding.UTF8.GetBytes(body), headers: headers);
        return await _http.SendAsync(request);
    }
}

/// <summary>The functions have exactly the permissions that they use.</summary>
[Collection(AfterAllRuns.Name)]
public sealed class GrantedIsUsedTests
{
    [Fact]
    public async Task Every_permission_is_used_and_none_is_missing_for_the_documented_examples()
    {
        var (exitCode, output, error) = await CommandLine.RunAsync("grants", "--json");

        Assert.True(exitCode == 0, $"{output}\n{error}");
        var report = JsonNode.Parse(output)!;
        var rows = report["rows"]!.AsArray();
        Assert.Equal((0, 0, 0), (Count(report, "unused"), Count(report, "denied"), report["differences"]!.AsArray().Count));
        Assert.Equal(Count(report, "granted"), Count(report, "used") + Count(report, "unseen"));
        Assert.Equal(
            ["logs:CreateLogStream", "logs:PutLogEvents", "xray:PutTelemetryRecords", "xray:PutTraceSegments"],
            rows.Where(row => Count(row!, "used") == 0).Select(row => row!["action"]!.GetValue<string>()).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_call_of_any_run_of_these_tests_was_denied() => Assert.DoesNotContain(AfterAllRuns.Calls, call => !call.Allowed);

    private static int Count(JsonNode report, string name) => report[name]!.GetValue<int>();
}
