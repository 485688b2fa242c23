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
        "User: arn:aws:sts::123456789012:assumed-role/local-service/backend is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:us-east-1:********9012:api1234567/v1/GET/stats/u";

    /// <summary>Caller, TLS, source address, the API's policy, and whether the call is allowed.</summary>
    public static TheoryData<string, bool, string, string[], bool> Callers => new()
    {
        // If the API allows only the account, the caller needs an identity policy.
        { "LOCALSERVICE", true, "127.0.0.1", [ToRoot, NoPlainText], true },
        { "LOCALATHLETE", true, "127.0.0.1", [ToRoot, NoPlainText], true },
        { "LOCALSTRANGER", true, "127.0.0.1", [ToRoot, NoPlainText], false },
        { "LOCALSTRANGER", true, "127.0.0.1", [ToRoot.Replace(":root", ":user/local-stranger", StringComparison.Ordinal)], true },
        // Without an API policy, only the caller's policies count.
        { "LOCALSERVICE", false, "127.0.0.1", [], true },
        { "LOCALSTRANGER", true, "127.0.0.1", [], false },
        { "LOCALSERVICE", false, "127.0.0.1", [ToRoot, NoPlainText], false },
        { "LOCALSERVICE", true, "203.0.113.7", [ToRoot, NoPlainText, OneNetwork], true },
        { "LOCALSERVICE", true, "127.0.0.1", [ToRoot, NoPlainText, OneNetwork], false },
        // Finds the athlete by the role of its session.
        { "LOCALATHLETE", true, "127.0.0.1", [NoPlainText.Replace("\"*\"", "\"arn:aws:iam::123456789012:role/local-athletes\"", StringComparison.Ordinal).Replace("\"false\"", "\"true\"", StringComparison.Ordinal)], false },
    };

    [Theory, MemberData(nameof(Callers))]
    public void Allows_callers_that_the_policies_of_the_API_and_of_the_caller_allow(string key, bool isSecure, string source, string[] statements, bool allowed)
    {
        var (caller, error) = Authorize(key, isSecure, source, statements);

        Assert.Equal((allowed ? key : null, allowed ? null : "AccessDeniedException"), (caller?.AccessKeyId, error?.Type));
    }

    [Fact]
    public void States_the_denied_caller_and_action_and_an_explicit_deny()
    {
        var denied = Authorize("LOCALSERVICE", isSecure: false, "127.0.0.1", ToRoot, NoPlainText).Error!;

        Assert.Equal((403, $"{Denied} with an explicit deny"), (denied.Status, denied.Message));
        Assert.Equal(
            Denied.Replace("sts::123456789012:assumed-role/local-service/backend", "iam::123456789012:user/local-stranger", StringComparison.Ordinal),
            Authorize("LOCALSTRANGER", isSecure: true, "127.0.0.1", ToRoot, NoPlainText).Error!.Message);
    }

    [Fact]
    public void Allows_unsigned_calls_of_an_open_route_only_if_the_policy_is_for_everyone()
    {
        var open = ToRoot.Replace("arn:aws:iam::123456789012:root", "*", StringComparison.Ordinal);

        Assert.Null(Open().Error);
        Assert.Null(Open(open).Error);
        Assert.Equal("User: anonymous is not authorized", Open(ToRoot).Error!.Message[..33]);

        (LocalIdentity?, ApiError? Error) Open(params string[] statements) => Authorizer(true, statements)
            .Authorize(Calls.Of("GET", "/stats/u"), Calls.Route("GET", "/stats/{userId}", requiresIam: false));
    }

    private static (LocalIdentity? Caller, ApiError? Error) Authorize(string key, bool isSecure, string source, params string[] statements)
    {
        var identity = LocalIdentity.All("123456789012").Single(known => known.AccessKeyId == key);
        using var signed = new AwsSdkSigner(key, identity.SecretAccessKey, "us-east-1", "execute-api").Sign(HttpMethod.Get, new Uri("http://127.0.0.1:8080"), "/stats/u");
        var headers = signed.Headers.Select(header => (header.Key, header.Value.ToArray())).ToArray();
        var call = Calls.Of("GET", "/stats/u", headers: headers) with { Source = IPAddress.Parse(source) };
        return Authorizer(isSecure, statements).Authorize(call, Calls.Route("GET", "/stats/{userId}"));
    }

    private static ApiAuthorizer Authorizer(bool isSecure, string[] statements)
    {
        var policy = statements.Length == 0 ? null : new PolicyCheck("the API", isResourcePolicy: true, ConditionKeys.OfApi)
            .Read($$"""{"Version":"2012-10-17","Statement":[{{string.Join(',', statements)}}]}""");
        return new ApiAuthorizer(Calls.Of("GET", "/").Api, policy, LocalIdentity.All("123456789012"), isSecure, TimeProvider.System, _ => { });
    }
}

public sealed class InvokePermissionsTests
{
    private const string Method = "arn:aws:execute-api:us-east-1:123456789012:api1234567/v1/GET/stats/{userId}";

    [Theory]
    [InlineData("arn:aws:execute-api:us-east-1:123456789012:api1234567/v1/GET/stats/*", "Echo-1a2b3c4", "live", true)]
    [InlineData("arn:aws:execute-api:us-east-1:123456789012:api1234567/*/*/*", SampleGraph.FunctionArn, "live", true)]
    [InlineData("arn:aws:execute-api:us-east-1:123456789012:api1234567/v1/POST/stats/*", "Echo-1a2b3c4", "live", false)]
    [InlineData("arn:aws:execute-api:us-east-1:123456789012:other/v1/GET/stats/*", "Echo-1a2b3c4", "live", false)]
    [InlineData("arn:aws:execute-api:us-east-1:123456789012:api1234567/*/*/*", "Echo-1a2b3c4", null, false)]
    [InlineData("arn:aws:execute-api:us-east-1:123456789012:api1234567/*/*/*", "Other-1a2b3c4", "live", false)]
    public void Compares_source_function_and_qualifier(string sourceArn, string function, string? qualifier, bool allowed) => Assert.Equal(
        allowed, new InvokePermissions([SampleGraph.Permission(sourceArn, function, qualifier)]).Allow("Echo-1a2b3c4", SampleGraph.AliasArn, Method));

    [Fact]
    public void Denies_without_a_permission_or_with_that_of_another_principal_or_account()
    {
        var permission = SampleGraph.Permission("*");
        permission.Inputs["principal"] = "events.amazonaws.com";

        var foreign = SampleGraph.Permission("*");
        foreign.Inputs["sourceAccount"] = "210987654321";

        Assert.False(new InvokePermissions([foreign]).Allow("Echo-1a2b3c4", SampleGraph.AliasArn, Method));
        Assert.False(new InvokePermissions([]).Allow("Echo-1a2b3c4", SampleGraph.AliasArn, Method));
        Assert.False(new InvokePermissions([permission]).Allow("Echo-1a2b3c4", SampleGraph.AliasArn, Method));
    }
}
