using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using WorkoutLog.Local.Runner.Iam;
using WorkoutLog.Local.Tests.Support;

namespace WorkoutLog.Local.Tests.Runner.Iam;

/// <summary>A request that the AWS SDK signed and somebody changed on its way, part by part.</summary>
public sealed class TamperingTests
{
    private const string Body = """{"userId":"u"}""";
    private static readonly SignedRequest _signed = Signed();

    // The tests of this class may run long after its fields are set.
    private static readonly FixedClock _atSigning = new(Instant(_signed.Header("x-amz-date")!));

    public static TheoryData<string> Changes { get; } =
    [
        "method", "path", "path encoding", "query value", "query name", "query more", "query less", "host", "date", "signed header",
        "payload hash", "unsigned payload", "body", "no body", "signature", "scope day", "signed headers less", "signed headers more",
    ];

    [Fact]
    public void Is_taken_unchanged() => Assert.Equal(new SignatureVerdict.Valid("LOCALSERVICE"), Verify(_signed));

    [Theory]
    [MemberData(nameof(Changes))]
    public void Is_refused_changed(string change)
    {
        var refused = Assert.IsType<SignatureVerdict.Refused>(Verify(Changed(change)));

        Assert.Equal("InvalidSignature", refused.Code);
    }

    // Nothing else can be changed without a trace: the signature in another form is no signature of this kind.
    [Theory]
    [InlineData("x-amz-date", "not a date", "IncompleteSignature")]
    [InlineData("authorization", "AWS4-ECDSA-P256-SHA256 Credential=a/b/c/d/aws4_request, SignedHeaders=host, Signature=00", "IncompleteSignature")]
    [InlineData("authorization", "", "MissingAuthenticationToken")]
    public void Is_refused_without_what_a_signature_needs(string header, string value, string code) =>
        Assert.Equal(code, Assert.IsType<SignatureVerdict.Refused>(Verify(With(header, value))).Code);

    private static SignedRequest Changed(string change) => change switch
    {
        "method" => _signed with { Method = "PUT" },
        "path" => _signed with { RawPath = _signed.RawPath + "x" },
        "path encoding" => _signed with { RawPath = _signed.RawPath.Replace("%2F", "/", StringComparison.Ordinal) },
        "query value" => _signed with { RawQuery = _signed.RawQuery.Replace("2026", "2025", StringComparison.Ordinal) },
        "query name" => _signed with { RawQuery = _signed.RawQuery.Replace("from", "till", StringComparison.Ordinal) },
        "query more" => _signed with { RawQuery = _signed.RawQuery + "&x=1" },
        "query less" => _signed with { RawQuery = "" },
        "host" => With("host", "elsewhere"),
        "date" => With("x-amz-date", Later(_signed.Header("x-amz-date")!)),
        "signed header" => With("x-amz-meta", "changed"),
        "payload hash" => With("x-amz-content-sha256", new string('0', 64)),
        "unsigned payload" => With("x-amz-content-sha256", "UNSIGNED-PAYLOAD"),
        "body" => _signed with { Body = Encoding.UTF8.GetBytes(Body.Replace("\"u\"", "\"v\"", StringComparison.Ordinal)) },
        "no body" => _signed with { Body = ReadOnlyMemory<byte>.Empty },
        "signature" => With("authorization", Authorization[..^1] + (Authorization[^1] == '0' ? '1' : '0')),
        "scope day" => With("authorization", Authorization.Replace($"/{_signed.Header("x-amz-date")![..8]}/", "/20200101/", StringComparison.Ordinal)),
        "signed headers less" => With("authorization", Authorization.Replace(";x-amz-meta", "", StringComparison.Ordinal)),
        "signed headers more" => With("authorization", Authorization.Replace("SignedHeaders=", "SignedHeaders=accept;", StringComparison.Ordinal)),
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, null),
    };

    private static string Authorization => _signed.Header("authorization")!;

    private const string DateFormat = "yyyyMMdd'T'HHmmss'Z'";

    private static string Later(string date) => Instant(date).AddSeconds(1).ToString(DateFormat, CultureInfo.InvariantCulture);

    private static DateTimeOffset Instant(string date) =>
        DateTimeOffset.ParseExact(date, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static SignedRequest With(string header, string value) => _signed with { Headers = _signed.Headers.SetItem(header, [value]) };

    private static SignatureVerdict Verify(SignedRequest request) => new SignatureVerifier("us-east-1", "execute-api", _atSigning, acceptAsSent: true)
        .Verify(request, key => key == "LOCALSERVICE" ? "local-service-secret" : null);

    private static SignedRequest Signed()
    {
        using var message = new AwsSdkSigner("LOCALSERVICE", "local-service-secret", "us-east-1", "execute-api").Sign(
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
