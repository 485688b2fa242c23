using System.Net;
using WorkoutLog.Local.Runner.Api;
using WorkoutLog.Local.Runner.Iam;
using WorkoutLog.Local.Runner.Iam.Policies;
using WorkoutLog.Local.Tests.Support;

namespace WorkoutLog.Local.Tests.Runner.Api;

public sealed class ApiAuthorizerTests
{
    private const string ToRoot =
        """{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:root"},"Action":"execute-api:Invoke","Resource":"arn:aws:execute-api:us-east-1:123456789012:*/v1/*"}""";

    private const string NoPlainText =
        """{"Effect":"Deny","Principal":{"AWS":"*"},"Action":"execute-api:Invoke","Resource":"arn:aws:execute-api:us-east-1:123456789012:*/*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}""";

    private const string OneNetwork =
        """{"Effect":"Deny","Principal":{"AWS":"*"},"Action":"execute-api:Invoke","Resource":"arn:aws:execute-api:us-east-1:123456789012:*/*","Condition":{"NotIpAddress":{"aws:SourceIp":["203.0.113.0/24"]}}}""";

    private const string Denied =
        "User: arn:aws:iam::123456789012:user/local-service is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:us-east-1:********9012:api1234567/v1/GET/stats/u";

    [Theory]
    [InlineData("LOCALSERVICE", true)]
    [InlineData("LOCALATHLETE", true)]
    [InlineData("LOCALSTRANGER", false)]
    public void Asks_the_caller_for_a_policy_of_its_own_where_the_API_only_opens_to_the_account(string key, bool allowed)
    {
        var (caller, error) = Authorize(key, isSecure: true, "127.0.0.1", ToRoot, NoPlainText);

        Assert.Equal(allowed ? key : null, caller?.AccessKeyId);
        Assert.Equal(allowed ? null : "AccessDeniedException", error?.Type);
    }

    [Fact]
    public void Lets_in_without_a_policy_of_its_own_whom_the_API_names()
    {
        var (caller, _) = Authorize(
            "LOCALSTRANGER", isSecure: true, "127.0.0.1", ToRoot.Replace(":root", ":user/local-stranger", StringComparison.Ordinal));

        Assert.Equal("LOCALSTRANGER", caller?.AccessKeyId);
    }

    [Fact]
    public void Finds_the_athlete_by_the_role_of_its_session()
    {
        var (_, error) = Authorize(
            "LOCALATHLETE", isSecure: true, "127.0.0.1", NoPlainText.Replace("\"*\"", "\"arn:aws:iam::123456789012:role/local-athletes\"", StringComparison.Ordinal)
                .Replace("\"false\"", "\"true\"", StringComparison.Ordinal));

        Assert.EndsWith("with an explicit deny", error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_plain_text_whoever_calls()
    {
        var (_, error) = Authorize("LOCALSERVICE", isSecure: false, "127.0.0.1", ToRoot, NoPlainText);

        Assert.Equal((403, "AccessDeniedException", $"{Denied} with an explicit deny"), (error!.Status, error.Type, error.Message));
    }

    [Theory]
    [InlineData("203.0.113.7", true)]
    [InlineData("127.0.0.1", false)]
    public void Refuses_other_networks_than_the_declared(string address, bool allowed)
    {
        var (caller, error) = Authorize("LOCALSERVICE", isSecure: true, address, ToRoot, NoPlainText, OneNetwork);

        Assert.Equal((allowed, !allowed), (caller is not null, error is not null));
    }

    [Fact]
    public void Goes_by_the_caller_alone_where_the_API_has_no_policy()
    {
        Assert.NotNull(Authorize("LOCALSERVICE", isSecure: false, "127.0.0.1").Caller);
        Assert.NotNull(Authorize("LOCALSTRANGER", isSecure: true, "127.0.0.1").Error);
    }

    [Fact]
    public void Lets_the_unsigned_call_an_open_route_only_if_the_policy_is_for_everybody()
    {
        var open = ToRoot.Replace("arn:aws:iam::123456789012:root", "*", StringComparison.Ordinal);

        Assert.Null(Open().Error);
        Assert.Null(Open(open).Error);
        Assert.Equal("User: anonymous is not authorized", Open(ToRoot).Error!.Message[..33]);

        (LocalIdentity?, ApiError? Error) Open(params string[] statements) => Authorizer(true, statements)
            .Authorize(Calls.Of("GET", "/stats/u"), new ApiRoute("GET", "/stats/{userId}", RequiresIam: false, new ApiIntegration.Proxy("arn", TimeSpan.FromSeconds(29))));
    }

    private static (LocalIdentity? Caller, ApiError? Error) Authorize(string key, bool isSecure, string source, params string[] statements)
    {
        var identity = LocalIdentity.All("123456789012").Single(known => known.AccessKeyId == key);
        using var signed = new AwsSdkSigner(key, identity.SecretAccessKey, "us-east-1", "execute-api")
            .Sign(HttpMethod.Get, new Uri("http://127.0.0.1:8080"), "/stats/u");
        var headers = signed.Headers.Select(header => (header.Key, header.Value.ToArray())).ToArray();
        var call = Calls.Of("GET", "/stats/u", headers: headers) with { Source = IPAddress.Parse(source) };
        return Authorizer(isSecure, statements)
            .Authorize(call, new ApiRoute("GET", "/stats/{userId}", RequiresIam: true, new ApiIntegration.Proxy("arn", TimeSpan.FromSeconds(29))));
    }

    private static ApiAuthorizer Authorizer(bool isSecure, string[] statements)
    {
        var policy = statements.Length == 0 ? null : new PolicyReader("the API", isResourcePolicy: true, ConditionKeys.OfApi)
            .Read($$"""{"Version":"2012-10-17","Statement":[{{string.Join(',', statements)}}]}""");
        return new ApiAuthorizer(
            Calls.Of("GET", "/").Api, policy, LocalIdentity.All("123456789012"), isSecure, TimeProvider.System, _ => { });
    }
}
