using System.Collections.Immutable;
using System.Globalization;
using WorkoutLog.Local.Runner.Iam;
using WorkoutLog.Local.Tests.Support;

namespace WorkoutLog.Local.Tests.Runner.Iam;

/// <summary>The signatures are those of AWS's published test suite for Signature Version 4.</summary>
public sealed class SignatureVerifierTests
{
    private const string Secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static readonly DateTimeOffset _signedAt = DateTimeOffset.Parse("2015-08-30T12:36:00Z", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("GET", "/", "", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("GET", "/", "Param2=value2&Param1=value1", "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500")]
    [InlineData("GET", "/./example/..", "", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("GET", "//", "", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("POST", "/", "", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b")]
    public void Accepts_the_published_signatures(string method, string path, string query, string signature)
    {
        var request = Request(method, path, query, signature);

        var verdict = Verifier(_signedAt).Verify(request, SecretOf);

        Assert.Equal(new SignatureVerdict.Valid("AKIDEXAMPLE"), verdict);
    }

    [Theory]
    [InlineData("POST", "/", "", "")]
    [InlineData("GET", "/other", "", "")]
    [InlineData("GET", "/", "a=b", "")]
    [InlineData("GET", "/", "", "a body")]
    public void Refuses_a_request_that_was_changed(string method, string path, string query, string body)
    {
        var request = Request(method, path, query, "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31", body);

        var refused = Assert.IsType<SignatureVerdict.Refused>(Verifier(_signedAt).Verify(request, SecretOf));

        Assert.Equal("InvalidSignature", refused.Code);
        Assert.StartsWith(
            "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.",
            refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(-5, true)]
    [InlineData(6, false)]
    [InlineData(-6, false)]
    public void Allows_a_clock_to_be_five_minutes_off(int minutes, bool accepted)
    {
        var request = Request("GET", "/", "", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");

        var verdict = Verifier(_signedAt.AddMinutes(minutes)).Verify(request, SecretOf);

        Assert.Equal(accepted, verdict is SignatureVerdict.Valid);
    }

    [Fact]
    public void Says_when_a_signature_expired()
    {
        var request = Request("GET", "/", "", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");

        var verdict = Verifier(_signedAt.AddMinutes(6)).Verify(request, SecretOf);

        Assert.Equal(
            new SignatureVerdict.Refused(
                "InvalidSignature",
                "Signature expired: 20150830T123600Z is now earlier than 20150830T123700Z (20150830T124200Z - 5 min.)"),
            verdict);
    }

    [Fact]
    public void Refuses_a_key_that_it_does_not_know()
    {
        var verdict = Verifier(_signedAt).Verify(Request("GET", "/", "", "00"), _ => null);

        Assert.Equal(new SignatureVerdict.Refused("UnrecognizedClient", "The security token included in the request is invalid."), verdict);
    }

    [Fact]
    public void Refuses_a_request_without_a_signature()
    {
        var request = Request("GET", "/", "", "00");

        var verdict = Verifier(_signedAt).Verify(request with { Headers = request.Headers.Remove("Authorization") }, SecretOf);

        Assert.Equal(new SignatureVerdict.Refused("MissingAuthenticationToken", "Missing Authentication Token"), verdict);
    }

    [Fact]
    public void Refuses_a_header_of_amazon_that_is_not_signed()
    {
        var request = Request("GET", "/", "", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");

        var verdict = Verifier(_signedAt).Verify(request with { Headers = request.Headers.Add("X-Amz-Target", ["x"]) }, SecretOf);

        Assert.Equal(new SignatureVerdict.Refused("InvalidSignature", "'x-amz-target' must be a 'SignedHeader' in the AWS Authorization."), verdict);
    }

    [Fact]
    public void Names_the_scope_that_does_not_fit()
    {
        var verifier = new SignatureVerifier("eu-west-1", "execute-api", new FixedClock(_signedAt), acceptAsSent: true);

        var verdict = verifier.Verify(Request("GET", "/", "", "00"), SecretOf);

        Assert.Equal(
            new SignatureVerdict.Refused(
                "InvalidSignature",
                "Credential should be scoped to a valid region, not 'us-east-1'. Credential should be scoped to correct service: 'execute-api'. "),
            verdict);
    }

    [Theory]
    [InlineData("Basic abc", "Authorization header requires 'AWS4-HMAC-SHA256' as its algorithm. Authorization=Basic")]
    [InlineData("AWS4-HMAC-SHA256 Credential=a/b/c/d/aws4_request", "Authorization header requires 'Signature' parameter. Authorization header requires 'SignedHeaders' parameter. Authorization=AWS4-HMAC-SHA256")]
    [InlineData("AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=host, Signature=00", "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got 'a/b'")]
    public void Says_what_is_wrong_with_the_header(string authorization, string message)
    {
        var request = Request("GET", "/", "", "00");

        var verdict = Verifier(_signedAt).Verify(request with { Headers = request.Headers.SetItem("Authorization", [authorization]) }, SecretOf);

        Assert.Equal(new SignatureVerdict.Refused("IncompleteSignature", message), verdict);
    }

    private static SignatureVerifier Verifier(DateTimeOffset now) => new("us-east-1", "service", new FixedClock(now), acceptAsSent: false);

    private static string? SecretOf(string accessKeyId) => accessKeyId == "AKIDEXAMPLE" ? Secret : null;

    private static SignedRequest Request(string method, string path, string query, string signature, string body = "") => new(
        method,
        path,
        query,
        ImmutableDictionary.Create<string, ImmutableArray<string>>(StringComparer.OrdinalIgnoreCase)
            .Add("Host", ["example.amazonaws.com"])
            .Add("X-Amz-Date", ["20150830T123600Z"])
            .Add("Authorization", [$"AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature={signature}"]),
        System.Text.Encoding.UTF8.GetBytes(body));
}
