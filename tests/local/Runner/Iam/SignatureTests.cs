using Microsoft.AspNetCore.Http;
using WorkoutLog.Local.Client;
using ApiClient = WorkoutLog.Local.Client.ApiClient;

namespace WorkoutLog.Local.Tests.Runner.Iam;

/// <summary>The signatures are those of AWS's published test suite for Signature Version 4.</summary>
public sealed class SignatureVerifierTests
{
    private const string OfGet = "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31";
    private const string Secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static readonly DateTimeOffset _signedAt = DateTimeOffset.Parse("2015-08-30T12:36:00Z", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("GET", "/", "", OfGet)]
    [InlineData("GET", "/", "Param2=value2&Param1=value1", "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500")]
    [InlineData("GET", "/./example/..", "", OfGet)]
    [InlineData("GET", "//", "", OfGet)]
    [InlineData("POST", "/", "", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b")]
    public void Accepts_the_published_signatures(string method, string path, string query, string signature) =>
        Assert.Equal(new SignatureVerdict.Valid("AKIDEXAMPLE"), Verifier(_signedAt).Verify(Request(method, path, query, signature), SecretOf));

    [Theory]
    [InlineData(5, null)]
    [InlineData(-5, null)]
    [InlineData(6, "Signature expired: 20150830T123600Z is now earlier than 20150830T123700Z (20150830T124200Z - 5 min.)")]
    [InlineData(-6, "Signature not yet current: 20150830T123600Z is still later than 20150830T123500Z (20150830T123000Z + 5 min.)")]
    public void Accepts_clock_skew_up_to_five_minutes(int minutes, string? refusal)
    {
        var verdict = Verifier(_signedAt.AddMinutes(minutes)).Verify(Request("GET", "/", "", OfGet), SecretOf);

        Assert.Equal(refusal is null ? new SignatureVerdict.Valid("AKIDEXAMPLE") : new SignatureVerdict.Refused("InvalidSignature", refusal), verdict);
    }

    /// <summary>A header that replaces the signed one (null removes it), and the expected error.</summary>
    [Theory]
    [InlineData("Authorization", null, "MissingAuthenticationToken", "Missing Authentication Token")]
    [InlineData("Authorization", "Basic abc", "IncompleteSignature", "Authorization header requires 'AWS4-HMAC-SHA256' as its algorithm. Authorization=Basic")]
    [InlineData("Authorization", "AWS4-HMAC-SHA256 Credential=a/b/c/d/aws4_request", "IncompleteSignature", "Authorization header requires 'Signature' parameter. Authorization header requires 'SignedHeaders' parameter. Authorization=AWS4-HMAC-SHA256")]
    [InlineData("Authorization", "AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=host, Signature=00", "IncompleteSignature", "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got 'a/b'")]
    [InlineData("X-Amz-Target", "x", "InvalidSignature", "'x-amz-target' must be a 'SignedHeader' in the AWS Authorization.")]
    public void Says_what_is_wrong_with_the_headers(string header, string? value, string code, string message)
    {
        var request = Request("GET", "/", "", OfGet);
        request = request with { Headers = value is null ? request.Headers.Remove(header) : request.Headers.SetItem(header, [value]) };

        Assert.Equal(new SignatureVerdict.Refused(code, message), Verifier(_signedAt).Verify(request, SecretOf));
    }

    [Fact]
    public void Rejects_an_unknown_key_and_names_a_wrong_scope()
    {
        var elsewhere = new SignatureVerifier("eu-west-1", "execute-api", new FixedClock(_signedAt), acceptAsSent: true);

        Assert.Equal(
            new SignatureVerdict.Refused("UnrecognizedClient", "The security token included in the request is invalid."),
            Verifier(_signedAt).Verify(Request("GET", "/", "", "00"), _ => null));
        Assert.Equal(
            new SignatureVerdict.Refused(
                "InvalidSignature", "Credential should be scoped to a valid region, not 'us-east-1'. Credential should be scoped to correct service: 'execute-api'. "),
            elsewhere.Verify(Request("GET", "/", "", "00"), SecretOf));
    }

    private static SignatureVerifier Verifier(DateTimeOffset now) => new("us-east-1", "service", new FixedClock(now), acceptAsSent: false);

    private static string? SecretOf(string accessKeyId) => accessKeyId == "AKIDEXAMPLE" ? Secret : null;

    private static SignedRequest Request(string method, string path, string query, string signature) => new(
        method, path, query,
        ImmutableDictionary.Create<string, ImmutableArray<string>>(StringComparer.OrdinalIgnoreCase)
            .Add("Host", ["example.amazonaws.com"])
            .Add("X-Amz-Date", ["20150830T123600Z"])
            .Add("Authorization", [$"AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature={signature}"]),
        ReadOnlyMemory<byte>.Empty);
}

/// <summary>A request that the AWS SDK signed, tampered with in each part.</summary>
public sealed class TamperingTests
{
    private const string Body = """{"userId":"u"}""";
    private static readonly SignedRequest _signed = Signed();

    // The tests of this class may run long after its fields are set.
    private static readonly FixedClock _atSigning = new(Instant(_signed.Header("x-amz-date")!));

    private static readonly Dictionary<string, Func<SignedRequest>> _changes = new()
    {
        ["method"] = () => _signed with { Method = "PUT" },
        ["path"] = () => _signed with { RawPath = _signed.RawPath + "x" },
        ["path encoding"] = () => _signed with { RawPath = _signed.RawPath.Replace("%2F", "/", StringComparison.Ordinal) },
        ["query value"] = () => _signed with { RawQuery = _signed.RawQuery.Replace("2026", "2025", StringComparison.Ordinal) },
        ["query name"] = () => _signed with { RawQuery = _signed.RawQuery.Replace("from", "till", StringComparison.Ordinal) },
        ["query more"] = () => _signed with { RawQuery = _signed.RawQuery + "&x=1" },
        ["query less"] = () => _signed with { RawQuery = "" },
        ["host"] = () => With("host", "elsewhere"),
        ["date"] = () => With("x-amz-date", Later(_signed.Header("x-amz-date")!)),
        ["signed header"] = () => With("x-amz-meta", "changed"),
        ["payload hash"] = () => With("x-amz-content-sha256", new string('0', 64)),
        ["unsigned payload"] = () => With("x-amz-content-sha256", "UNSIGNED-PAYLOAD"),
        ["body"] = () => _signed with { Body = Encoding.UTF8.GetBytes(Body.Replace("\"u\"", "\"v\"", StringComparison.Ordinal)) },
        ["no body"] = () => _signed with { Body = ReadOnlyMemory<byte>.Empty },
        ["signature"] = () => With("authorization", Authorization[..^1] + (Authorization[^1] == '0' ? '1' : '0')),
        ["scope day"] = () => With("authorization", Authorization.Replace($"/{_signed.Header("x-amz-date")![..8]}/", "/20200101/", StringComparison.Ordinal)),
        ["signed headers less"] = () => With("authorization", Authorization.Replace(";x-amz-meta", "", StringComparison.Ordinal)),
        ["signed headers more"] = () => With("authorization", Authorization.Replace("SignedHeaders=", "SignedHeaders=accept;", StringComparison.Ordinal)),
    };

    public static TheoryData<string> Changes => [.. _changes.Keys];

    [Fact]
    public void Is_accepted_unchanged() => Assert.Equal(new SignatureVerdict.Valid("LOCALSERVICE"), Verify(_signed));

    [Theory, MemberData(nameof(Changes))]
    public void Is_rejected_when_changed(string change) => Assert.Equal("InvalidSignature", Assert.IsType<SignatureVerdict.Refused>(Verify(_changes[change]())).Code);

    // Changes that make the header something other than a Signature Version 4 signature.
    [Theory]
    [InlineData("x-amz-date", "not a date", "IncompleteSignature")]
    [InlineData("authorization", "AWS4-ECDSA-P256-SHA256 Credential=a/b/c/d/aws4_request, SignedHeaders=host, Signature=00", "IncompleteSignature")]
    [InlineData("authorization", "", "MissingAuthenticationToken")]
    public void Is_rejected_without_a_complete_signature(string header, string value, string code) =>
        Assert.Equal(code, Assert.IsType<SignatureVerdict.Refused>(Verify(With(header, value))).Code);

    private static string Authorization => _signed.Header("authorization")!;

    private const string DateFormat = "yyyyMMdd'T'HHmmss'Z'";

    private static string Later(string date) => Instant(date).AddSeconds(1).ToString(DateFormat, CultureInfo.InvariantCulture);

    private static DateTimeOffset Instant(string date) => DateTimeOffset.ParseExact(date, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static SignedRequest With(string header, string value) => _signed with { Headers = _signed.Headers.SetItem(header, [value]) };

    private static SignatureVerdict Verify(SignedRequest request) => new SignatureVerifier("us-east-1", "execute-api", _atSigning, acceptAsSent: true)
        .Verify(request, key => key == "LOCALSERVICE" ? "local-service-secret" : null);

    private static SignedRequest Signed()
    {
        using var message = Callers.Service.Sign(
            HttpMethod.Post,
            new Uri("http://127.0.0.1:8080"),
            "/stats/{userId}",
            Encoding.UTF8.GetBytes(Body),
            new Dictionary<string, string> { ["userId"] = "a/b" },
            [KeyValuePair.Create("from", "2026-01")],
            new Dictionary<string, string> { ["x-amz-meta"] = "as signed" });
        return new SignedRequest(
            "POST",
            "/stats/a%2Fb",
            "from=2026-01",
            message.Headers.Append(KeyValuePair.Create<string, IEnumerable<string>>("host", ["127.0.0.1:8080"]))
                .ToImmutableDictionary(header => header.Key, header => header.Value.ToImmutableArray(), StringComparer.OrdinalIgnoreCase),
            Encoding.UTF8.GetBytes(Body));
    }
}

public sealed class RequestSignerTests : IAsyncLifetime
{
    private LoopbackServer? _server;
    private SignatureVerdict? _verdict;

    public async Task InitializeAsync() => _server = await LoopbackServer.StartAsync(0, VerifyAsync, _ => { }, CancellationToken.None);

    public async Task DisposeAsync() => await _server!.DisposeAsync();

    [Theory]
    [InlineData("GET", "/workouts/athlete-1", null)]
    [InlineData("GET", "/workouts/a%3Ab%40c?from=2026-05-01&to=2026-06-01T00%3A00%3A00%2B02%3A00&b=&a=2&a=1", null)]
    [InlineData("POST", "/workouts", """{"notes":"é – 🏃"}""")]
    [InlineData("GET", "/", null, "other", false)]
    public async Task Signs_as_the_runner_verifies(string method, string path, string? body, string secret = "secret", bool isValid = true)
    {
        using var client = new ApiClient(_server!.Url, new RequestSigner("KEY", secret, "us-east-1", "execute-api", TimeProvider.System));

        await client.SendAsync(new HttpMethod(method), path, body, [("x-amz-meta", "a  b"), ("If-Match", "\"3\"")], CancellationToken.None);

        Assert.Equal((isValid, !isValid), (_verdict == new SignatureVerdict.Valid("KEY"), _verdict is SignatureVerdict.Refused));
    }

    private async Task VerifyAsync(HttpContext context)
    {
        var body = await context.Request.ReadBodyAsync(1024);
        var verifier = new SignatureVerifier("us-east-1", "execute-api", TimeProvider.System, acceptAsSent: false);
        _verdict = verifier.Verify(SignedRequest.From(context, body), key => key == "KEY" ? "secret" : null);
        await context.Response.WriteAsync(Encoding.UTF8.GetString(body!));
    }
}
