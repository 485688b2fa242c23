namespace WorkoutLog.Local.Tests.Runner.Api;

public sealed class ProxyRequestTests
{
    private const string Account = "123456789012";

    [Fact]
    public void Carries_path_query_headers_and_body()
    {
        var json = Event(LocalIdentity.Service(Account), "x=1&a=b%20c&x=2+3", "{\"a\":1}"u8.ToArray());

        Assert.Equal(("/stats/{userId}", "/stats/a%20b", "GET"), (Text(json["resource"]), Text(json["path"]), Text(json["httpMethod"])));
        // A REST API hands path parameters on as they came, query parameters decoded.
        Assert.Equal(
            ("a%20b", "2 3", "b c"),
            (Text(json["pathParameters"]!["userId"]), Text(json["queryStringParameters"]!["x"]), Text(json["queryStringParameters"]!["a"])));
        Assert.Equal("""["1","2 3"]""", json["multiValueQueryStringParameters"]!["x"]!.ToJsonString());
        Assert.Equal(("text/plain", """["application/json","text/plain"]"""), (Text(json["headers"]!["Accept"]), json["multiValueHeaders"]!["Accept"]!.ToJsonString()));
        Assert.Equal(("{\"a\":1}", false), (Text(json["body"]), json["isBase64Encoded"]!.GetValue<bool>()));
    }

    [Fact]
    public void Leaves_what_is_empty_null()
    {
        var json = Event(LocalIdentity.Service(Account), "", []);

        Assert.All(["queryStringParameters", "multiValueQueryStringParameters", "stageVariables", "body"], member => Assert.Null(json[member]));
    }

    [Fact]
    public void Keeps_the_signature_and_the_connection_from_the_function()
    {
        var json = Event(LocalIdentity.Service(Account), "", []);

        string[] expected = ["Accept", "Host", "X-Amzn-Trace-Id", "X-Forwarded-For", "X-Forwarded-Port", "X-Forwarded-Proto"];
        Assert.Equal(expected, json["headers"]!.AsObject().Select(header => header.Key));
        Assert.Equal(expected, json["multiValueHeaders"]!.AsObject().Select(header => header.Key));
        Assert.Equal("8080", Text(json["headers"]!["X-Forwarded-Port"]));
    }

    [Fact]
    public void Describes_an_IAM_caller()
    {
        var identity = Event(LocalIdentity.Service(Account), "", [])["requestContext"]!["identity"]!;

        Assert.Equal(
            ("arn:aws:iam::123456789012:user/local-service", "LOCALSERVICE", "203.0.113.9", null, null),
            (Text(identity["userArn"]), Text(identity["accessKey"]), Text(identity["sourceIp"]), Text(identity["cognitoIdentityId"]), Text(identity["cognitoAuthenticationType"])));
    }

    [Fact]
    public void Describes_a_caller_who_signed_in_by_the_session_of_its_role()
    {
        var identity = Event(LocalIdentity.Athlete(Account), "", [])["requestContext"]!["identity"]!;

        Assert.Equal(("athlete-1", "authenticated"), (Text(identity["cognitoIdentityId"]), Text(identity["cognitoAuthenticationType"])));
        Assert.Equal("arn:aws:sts::123456789012:assumed-role/local-athletes/CognitoIdentityCredentials", Text(identity["userArn"]));
        Assert.Equal(
            ("AROALOCALATHLETES:CognitoIdentityCredentials", "AROALOCALATHLETES:CognitoIdentityCredentials"), (Text(identity["caller"]), Text(identity["user"])));
    }

    [Fact]
    public void Describes_the_request()
    {
        var context = Event(LocalIdentity.Service(Account), "", [])["requestContext"]!;

        Assert.Equal(
            ("request-1", "v1", "api1234567", Account, "/stats/{userId}", "21/Nov/2026:04:05:06 +0000"),
            (Text(context["requestId"]), Text(context["stage"]), Text(context["apiId"]), Text(context["accountId"]), Text(context["resourcePath"]), Text(context["requestTime"])));
        Assert.Equal(1795233906000, context["requestTimeEpoch"]!.GetValue<long>());
    }

    private static string? Text(JsonNode? node) => node?.GetValue<string>();

    private static JsonObject Event(LocalIdentity caller, string query, byte[] body) => new ProxyRequest(
        Calls.Of("GET", "/stats/a%20b", query, body, ("Accept", ["application/json", "text/plain"]), ("Authorization", ["AWS4-HMAC-SHA256 …"]), ("Content-Length", ["7"])),
        new RouteMatch(
            new ApiRoute("GET", "/stats/{userId}", RequiresIam: true, new ApiIntegration.Proxy("arn", TimeSpan.FromSeconds(29))),
            ImmutableDictionary<string, string>.Empty.Add("userId", "a%20b")),
        caller).ToJson();
}

public sealed class ProxyResponseTests
{
    [Fact]
    public void Reads_status_headers_and_body()
    {
        var answer = Parse("""{"statusCode":201,"headers":{"Location":"/workouts/1","X-Count":2},"multiValueHeaders":{"Set-Cookie":["a=1","b=2"]},"body":"é"}""");

        Assert.Equal(201, answer!.Status);
        Assert.Equal(
            [
                KeyValuePair.Create("Location", "/workouts/1"), KeyValuePair.Create("X-Count", "2"),
                KeyValuePair.Create("Set-Cookie", "a=1"), KeyValuePair.Create("Set-Cookie", "b=2"),
            ],
            answer.Headers.AsEnumerable());
        Assert.Equal("é", Encoding.UTF8.GetString(answer.Body));
    }

    [Fact]
    public void Decodes_a_base64_body() =>
        Assert.Equal([0, 1, 2], Parse("""{"statusCode":200,"body":"AAEC","isBase64Encoded":true}""")!.Body);

    [Fact]
    public void Lets_multi_value_headers_win() => Assert.Equal([KeyValuePair.Create("Vary", "b")],
        Parse("""{"statusCode":200,"headers":{"vary":"a"},"multiValueHeaders":{"Vary":["b"]}}""")!.Headers.AsEnumerable());

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"body":"no status"}""")]
    [InlineData("""{"statusCode":"abc"}""")]
    [InlineData("""{"statusCode":99}""")]
    [InlineData("""{"statusCode":200,"body":{"an":"object"}}""")]
    [InlineData("""{"statusCode":200,"body":"!","isBase64Encoded":true}""")]
    [InlineData("""{"statusCode":200,"headers":{"X":["list"]}}""")]
    [InlineData("""{"statusCode":200,"headers":{"X":"a\r\nY: b"}}""")]
    [InlineData("""{"statusCode":200,"headers":{"X Y":"a"}}""")]
    public void Finds_a_malformed_answer(string payload) => Assert.Null(Parse(payload));

    private static ProxyResponse? Parse(string payload) => ProxyResponse.Parse(Encoding.UTF8.GetBytes(payload));
}
