namespace WorkoutLog.Local.Tests.Runner.Api;

public sealed class ProxyRequestTests
{
    private const string Folder = "tests/local/Runner/Api/";
    private static readonly JsonSerializerOptions _indented = new() { WriteIndented = true };

    /// <summary>A REST API passes path parameters on as received, query parameters decoded, and withholds the signature and connection headers.</summary>
    [Fact]
    public void Describes_the_request_and_a_caller_with_a_key_of_its_own() => Holds("event-of-service.json", LocalIdentity.Service, "x=1&a=b%20c&x=2+3", "{\"a\":1}");

    [Fact]
    public void Describes_a_caller_who_signed_in_by_the_session_of_its_role_and_leaves_what_is_empty_null() => Holds("event-of-athlete.json", LocalIdentity.Athlete, "", "");

    private static void Holds(string file, Func<string, LocalIdentity> caller, string query, string body) => CommittedFile.Holds(Folder + file, _ => new ProxyRequest(
        Calls.Of("GET", "/stats/a%20b", query, Encoding.UTF8.GetBytes(body), ("Accept", ["application/json", "text/plain"]), ("Authorization", ["AWS4-HMAC-SHA256 …"]), ("Content-Length", ["7"])),
        new RouteMatch(Calls.Route("GET", "/stats/{userId}"), ImmutableDictionary<string, string>.Empty.Add("userId", "a%20b")),
        caller("123456789012")).ToJson().ToJsonString(_indented) + "\n");
}

public sealed class ProxyResponseTests
{
    [Fact]
    public void Reads_status_headers_and_body()
    {
        var answer = Parse("""{"statusCode":201,"headers":{"Location":"/workouts/1","X-Count":2},"multiValueHeaders":{"Set-Cookie":["a=1","b=2"]},"body":"é"}""");

        Assert.Equal(201, answer!.Status);
        Assert.Equal(["[Location, /workouts/1]", "[X-Count, 2]", "[Set-Cookie, a=1]", "[Set-Cookie, b=2]"], answer.Headers.Select(header => $"{header}"));
        Assert.Equal("é", Encoding.UTF8.GetString(answer.Body));
    }

    [Fact]
    public void Decodes_a_base64_body_and_lets_multi_value_headers_win()
    {
        var answer = Parse("""{"statusCode":200,"headers":{"vary":"a"},"multiValueHeaders":{"Vary":["b"]},"body":"AAEC","isBase64Encoded":true}""")!;

        Assert.Equal([0, 1, 2], answer.Body);
        Assert.Equal([KeyValuePair.Create("Vary", "b")], answer.Headers.AsEnumerable());
    }

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
