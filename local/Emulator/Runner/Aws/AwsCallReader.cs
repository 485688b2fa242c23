using Microsoft.AspNetCore.WebUtilities;

namespace WorkoutLog.Local.Runner;

/// <summary>Identifies the caller, service and operation of a call, and verifies its signature.</summary>
internal sealed class AwsCallReader(string region, IEnumerable<FunctionCredentials> callers, TimeProvider clock)
{
    private const string IamRegion = "us-east-1";

    private readonly ImmutableDictionary<string, FunctionCredentials> _callers = callers.ToImmutableDictionary(caller => caller.AccessKeyId, StringComparer.Ordinal);

    public (AwsCall? Call, AwsAnswer? Error) Read(HttpContext context, byte[] body)
    {
        var request = SignedRequest.From(context, body);
        var target = request.Header("x-amz-target") ?? "";
        if (Operation(request, target) is not var (service, operation))
        {
            return (null, AwsAnswer.UnknownOperation(target));
        }

        var verifier = new SignatureVerifier(service == "iam" ? IamRegion : region, service, clock, acceptAsSent: false);
        var verdict = verifier.Verify(request, key => _callers.GetValueOrDefault(key)?.SecretAccessKey);
        if (verdict is SignatureVerdict.Refused refused)
        {
            return (null, AwsAnswer.Common(refused.Code + "Exception", refused.Message));
        }

        var caller = _callers[((SignatureVerdict.Valid)verdict).AccessKeyId];
        return request.Header("x-amz-security-token") == caller.SessionToken
            ? (new AwsCall(caller, service, operation, target, body), null)
            : (null, AwsAnswer.Common("UnrecognizedClientException", "The security token included in the request is invalid."));
    }

    // The JSON protocol names both in a header; the query protocol names the operation in the body, and the service only in the signature.
    private static (string Service, string Operation)? Operation(SignedRequest request, string target)
    {
        if (target.Split('.', 2) is [var prefix, var operation])
        {
            // Includes services that a run does not emulate: a call without permission is denied as at AWS, whatever the service.
            return prefix switch
            {
                "AmazonSSM" => ("ssm", operation),
                "DynamoDB_20120810" => ("dynamodb", operation),
                "Logs_20140328" => ("logs", operation),
                "TrentService" => ("kms", operation),
                _ => null,
            };
        }

        var action = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(request.Body.Span)).GetValueOrDefault("Action").ToString();
        return target.Length == 0 && action.Length > 0 && AuthorizationHeader.Parse(request.Header("authorization") ?? "").Header is { } header
            ? (header.Service, action)
            : null;
    }
}

/// <summary>A call of a function to AWS with a verified signature.</summary>
/// <param name="Service">Name of the service in actions and credential scopes: <c>dynamodb</c>.</param>
/// <param name="Target">The <c>X-Amz-Target</c> header, the source of service and operation; empty for the query protocol, such as IAM's.</param>
internal sealed record AwsCall(FunctionCredentials Caller, string Service, string Operation, string Target, ReadOnlyMemory<byte> Body)
{
    public bool IsQuery => Target.Length == 0;
}
