using System.Collections.Immutable;
using WorkoutLog.Infra.Policies;
using WorkoutLog.Local.Runner.Iam;
using WorkoutLog.Local.Runner.Iam.Policies;

namespace WorkoutLog.Local.Runner.Api;

/// <summary>Finds out who calls the API, and whether the API's own policy and the caller's let the call through.</summary>
/// <param name="apiPolicy">The resource policy; null where none is declared.</param>
/// <param name="say">Receives what the policy of the API saw of a call that it denies, for the answer does not tell.</param>
/// <param name="isSecure">The calls count as made over TLS, which is all that API Gateway serves.</param>
internal sealed class ApiAuthorizer(
    ApiDescription api, PolicyDocument? apiPolicy, ImmutableArray<LocalIdentity> identities, bool isSecure, TimeProvider clock, Action<string> say)
{
    private const string Action = "execute-api:Invoke";

    private readonly SignatureVerifier _verifier = new(api.Region, "execute-api", clock, acceptAsSent: true);
    private readonly ImmutableDictionary<string, LocalIdentity> _identities =
        identities.ToImmutableDictionary(identity => identity.AccessKeyId, StringComparer.Ordinal);

    /// <returns>The caller, null on a route that needs no signature; or why the call ends here.</returns>
    public (LocalIdentity? Caller, ApiError? Error) Authorize(ApiCall call, ApiRoute route)
    {
        if (!route.RequiresIam)
        {
            // Without a signature there is no identity policy, and without a policy of the API no rule at all.
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
