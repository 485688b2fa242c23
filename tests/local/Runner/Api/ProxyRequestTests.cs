using System.Collections.Immutable;
using System.Text.Json.Nodes;
using WorkoutLog.Local.Runner.Api;
using WorkoutLog.Local.Runner.Iam;
using WorkoutLog.Local.Tests.Support;

namespace WorkoutLog.Local.Tests.Runner.Api;

public sealed class ProxyRequestTests
{
    private const string Account = "123456789012";

    [Fact]
    public void Carries_path_query_headers_and_body()
    {
        var json = Event(LocalIdentity.Service(Account), "x=1&a=b%20c&x=2+3", "{\"a\":1}"u8.ToArray());

        Assert.Equal("/stats/{userId}", Text(json["resource"]));
        Assert.Equal("/stats/a%20b", Text(json["path"]));
        Assert.Equal("GET", Text(json["httpMethod"]));
        // A REST API hands path parameters on as they came, query parameters decoded.
        Assert.Equal("a%20b", Text(json["pathParameters"]!["userId"]));
        Assert.Equal("2 3", Text(json["queryStringParameters"]!["x"]));
        Assert.Equal("""["1","2 3"]""", json["multiValueQueryStringParameters"]!["x"]!.ToJsonString());
        Assert.Equal("b c", Text(json["queryStringParameters"]!["a"]));
        Assert.Equal("text/plain", Text(json["headers"]!["Accept"]));
        Assert.Equal("""["application/json","text/plain"]""", json["multiValueHeaders"]!["Accept"]!.ToJsonString());
        Assert.Equal("{\"a\":1}", Text(json["body"]));
        Assert.False(json["isBase64Encoded"]!.GetValue<bool>());
    }

    [Fact]
    public void Leaves_what_is_empty_null()
    {
        var json = Event(LocalIdentity.Service(Account), "", []);

        Assert.Null(json["queryStringParameters"]);
        Assert.Null(json["multiValueQueryStringParameters"]);
        Assert.Null(json["stageVariables"]);
        Assert.Null(json["body"]);
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

        Assert.Equal("arn:aws:iam::123456789012:user/local-service", Text(identity["userArn"]));
        Assert.Equal("LOCALSERVICE", Text(identity["accessKey"]));
        Assert.Equal("203.0.113.9", Text(identity["sourceIp"]));
        Assert.Null(identity["cognitoIdentityId"]);
        Assert.Null(identity["cognitoAuthenticationType"]);
    }

    [Fact]
    public void Describes_a_caller_who_signed_in_by_the_session_of_its_role()
    {
        var identity = Event(LocalIdentity.Athlete(Account), "", [])["requestContext"]!["identity"]!;

        Assert.Equal("athlete-1", Text(identity["cognitoIdentityId"]));
        Assert.Equal("authenticated", Text(identity["cognitoAuthenticationType"]));
        Assert.Equal("arn:aws:sts::123456789012:assumed-role/local-athletes/CognitoIdentityCredentials", Text(identity["userArn"]));
        Assert.Equal("AROALOCALATHLETES:CognitoIdentityCredentials", Text(identity["caller"]));
        Assert.Equal("AROALOCALATHLETES:CognitoIdentityCredentials", Text(identity["user"]));
    }

    [Fact]
    public void Describes_the_request()
    {
        var context = Event(LocalIdentity.Service(Account), "", [])["requestContext"]!;

        Assert.Equal("request-1", Text(context["requestId"]));
        Assert.Equal("v1", Text(context["stage"]));
        Assert.Equal("api1234567", Text(context["apiId"]));
        Assert.Equal(Account, Text(context["accountId"]));
        Assert.Equal("/stats/{userId}", Text(context["resourcePath"]));
        Assert.Equal("21/Nov/2026:04:05:06 +0000", Text(context["requestTime"]));
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
