using System.Collections.Immutable;
using System.Net;
using System.Text.Json.Nodes;
using WorkoutLog.Local.Runner.Api;
using WorkoutLog.Local.Runner.Iam;

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
        Assert.Equal("a b", Text(json["pathParameters"]!["userId"]));
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
    public void Keeps_the_signature_from_the_function()
    {
        var json = Event(LocalIdentity.Service(Account), "", []);

        Assert.False(json["headers"]!.AsObject().ContainsKey("Authorization"));
        Assert.False(json["multiValueHeaders"]!.AsObject().ContainsKey("Authorization"));
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
    public void Describes_a_caller_who_signed_in()
    {
        var identity = Event(LocalIdentity.Athlete(Account), "", [])["requestContext"]!["identity"]!;

        Assert.Equal("athlete-1", Text(identity["cognitoIdentityId"]));
        Assert.Equal("authenticated", Text(identity["cognitoAuthenticationType"]));
        Assert.Equal("arn:aws:sts::123456789012:assumed-role/local-athletes/CognitoIdentityCredentials", Text(identity["userArn"]));
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
        new ApiDescription("api1234567", "v1", "us-east-1", Account, []),
        new RouteMatch(
            new ApiRoute("GET", "/stats/{userId}", "arn", RequiresIam: true, TimeSpan.FromSeconds(29)),
            ImmutableDictionary<string, string>.Empty.Add("userId", "a b")),
        new SignedRequest(
            "GET",
            "/stats/a%20b",
            query,
            ImmutableDictionary.Create<string, ImmutableArray<string>>(StringComparer.OrdinalIgnoreCase)
                .Add("Accept", ["application/json", "text/plain"])
                .Add("Authorization", ["AWS4-HMAC-SHA256 …"]),
            body),
        caller,
        "request-1",
        "Root=1-0-0",
        IPAddress.Parse("203.0.113.9"),
        new DateTimeOffset(2026, 11, 21, 4, 5, 6, TimeSpan.Zero)).ToJson();
}
