using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using WorkoutLog.Local.Runner.Iam;
using WorkoutLog.Local.Runner.Lambda;

namespace WorkoutLog.Local.Runner.Aws;

/// <summary>Finds out who calls what, and checks that the caller is the one it says.</summary>
internal sealed class AwsCallReader(string region, IEnumerable<FunctionCredentials> callers, TimeProvider clock)
{
    private const string IamRegion = "us-east-1";

    // Also of services that a run does not have: what a function may not do is refused as AWS would, wherever it asks.
    private static readonly FrozenDictionary<string, string> _services = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["AmazonSSM"] = "ssm",
        ["DynamoDB_20120810"] = "dynamodb",
        ["Logs_20140328"] = "logs",
        ["TrentService"] = "kms",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly ImmutableDictionary<string, FunctionCredentials> _callers = callers.ToImmutableDictionary(caller => caller.AccessKeyId, StringComparer.Ordinal);

    public (AwsCall? Call, AwsError? Error) Read(HttpContext context, byte[] body)
    {
        var request = SignedRequest.From(context, body);
        var target = request.Header("x-amz-target") ?? "";
        if (Operation(request, target) is not var (service, operation))
        {
            return (null, AwsError.UnknownOperation(target));
        }

        var verifier = new SignatureVerifier(service == "iam" ? IamRegion : region, service, clock, acceptAsSent: false);
        var verdict = verifier.Verify(request, key => _callers.GetValueOrDefault(key)?.SecretAccessKey);
        if (verdict is SignatureVerdict.Refused refused)
        {
            return (null, AwsError.Common(refused.Code + "Exception", refused.Message));
        }

        var caller = _callers[((SignatureVerdict.Valid)verdict).AccessKeyId];
        return request.Header("x-amz-security-token") == caller.SessionToken
            ? (new AwsCall(caller, service, operation, target, body), null)
            : (null, AwsError.Common("UnrecognizedClientException", "The security token included in the request is invalid."));
    }

    // The JSON protocol says it in a header; the query protocol says the operation in the body, and the service only in the signature.
    private static (string Service, string Operation)? Operation(SignedRequest request, string target)
    {
        if (target.Split('.', 2) is [var prefix, var operation])
        {
            return _services.TryGetValue(prefix, out var service) ? (service, operation) : null;
        }

        var action = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(request.Body.Span)).GetValueOrDefault("Action").ToString();
        return target.Length == 0 && action.Length > 0 && AuthorizationHeader.Parse(request.Header("authorization") ?? "").Header is { } header
            ? (header.Service, action)
            : null;
    }
}
