namespace WorkoutLog.Local.Runner;

/// <summary>Authenticates a caller of the API, and evaluates the API's resource policy and the caller's policies.</summary>
/// <param name="apiPolicy">The resource policy; null where none is declared.</param>
/// <param name="say">Receives the condition keys of a call that the API's policy denies, because the response does not contain them.</param>
/// <param name="isSecure">Whether calls count as made over TLS, the only transport that API Gateway serves.</param>
internal sealed class ApiAuthorizer(
    ApiDescription api, PolicyDocument? apiPolicy, ImmutableArray<LocalIdentity> identities, bool isSecure, TimeProvider clock, Action<string> say)
{
    private const string Action = "execute-api:Invoke";

    private readonly SignatureVerifier _verifier = new(api.Region, "execute-api", clock, acceptAsSent: true);
    private readonly ImmutableDictionary<string, LocalIdentity> _identities =
        identities.ToImmutableDictionary(identity => identity.AccessKeyId, StringComparer.Ordinal);

    /// <returns>The caller, null on a route that needs no signature; or the error that ends the call.</returns>
    public (LocalIdentity? Caller, ApiError? Error) Authorize(ApiCall call, ApiRoute route)
    {
        if (!route.RequiresIam)
        {
            // An unsigned caller has no identity policies, so without a resource policy there is nothing to evaluate.
            return (null, apiPolicy is null ? null : Check(call, caller: null));
        }

        var verdict = _verifier.Verify(call.Http, key => _identities.GetValueOrDefault(key)?.SecretAccessKey);
        if (verdict is SignatureVerdict.Refused refused)
        {
            return (null, ApiError.BadSignature(refused));
        }

        var caller = _identities[((SignatureVerdict.Valid)verdict).AccessKeyId];
        return Check(call, caller) is { } error ? (null, error) : (caller, null);
    }

    private ApiError? Check(ApiCall call, LocalIdentity? caller)
    {
        var method = api.MethodArn(call.Http.Method, call.Http.NormalizedPath);
        var context = ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase)
            .Add(ConditionKeys.SecureTransport, isSecure ? "true" : "false")
            .Add(ConditionKeys.SourceIp, call.Source.ToString());
        var decision = PolicyEvaluation.Decide(new AccessRequest(caller?.Arns ?? [], Action, method, context), caller?.Policies ?? [], apiPolicy);
        if (decision == Decision.ExplicitDeny)
        {
            say($"The policy of the API denies {call.Http.Method} {call.Http.RawPath}: "
                + string.Join(", ", context.Select(value => $"{value.Key} is {value.Value}").Order(StringComparer.Ordinal)));
        }

        return decision == Decision.Allow ? null : ApiError.AccessDenied(caller, method, api.Account, decision);
    }
}

/// <summary>Whether API Gateway may invoke a function: the function's resource policy, as <c>aws:lambda/permission:Permission</c> declares it.</summary>
public sealed class InvokePermissions
{
    private const string Principal = "apigateway.amazonaws.com";
    private readonly ImmutableArray<GraphResource> _permissions;

    public InvokePermissions(IEnumerable<GraphResource> permissions) =>
        _permissions = [.. permissions.Where(permission =>
            permission.Inputs.Text("principal") == Principal
            && Wildcard.Matches(permission.Inputs.Text("action") ?? "", "lambda:InvokeFunction"))];

    /// <param name="invokedArn">ARN that the integration invokes, with the alias, if any.</param>
    /// <param name="sourceArn">Execution ARN of the method: <c>arn:aws:execute-api:region:account:api/stage/GET/stats/{userId}</c>.</param>
    public bool Allow(string functionName, string invokedArn, string sourceArn)
    {
        var qualifier = invokedArn.Split(':').ElementAtOrDefault(7);
        return _permissions.Any(permission =>
            Names(permission.Inputs.Text("function") ?? "", functionName)
            && permission.Inputs.Text("qualifier") == qualifier
            && (permission.Inputs.Text("sourceArn") is not { } pattern || Wildcard.Matches(pattern, sourceArn))
            && (permission.Inputs.Text("sourceAccount") is not { } account || sourceArn.Split(':')[4] == account));
    }

    // A permission names its function by name or by ARN.
    private static bool Names(string function, string functionName) =>
        function == functionName || function.EndsWith($":function:{functionName}", StringComparison.Ordinal);
}
