using System.Collections.Immutable;
using WorkoutLog.Infra.Api;

namespace WorkoutLog.Infra.Policies;

/// <summary>Permissions to call the API, and of API Gateway to write logs.</summary>
public static class ApiPolicies
{
    /// <summary>
    /// The resource policy of the API. The API's id is <c>*</c>, because it is unknown before the API exists; the policy applies to its own
    /// API only. The short form <c>execute-api:/…</c> would work, but API Gateway stores the long form, and every preview would show
    /// a change.
    /// </summary>
    /// <param name="stage">Allowed as a whole, because unknown paths and methods, which have responses too, cannot be listed.</param>
    /// <param name="allowedNetworks">In CIDR form; empty allows all networks.</param>
    /// <param name="allowedOrigins">Empty for an API without CORS.</param>
    public static PolicyDocument Call(
        string accountId, string region, string stage, ImmutableArray<string> allowedNetworks, ImmutableArray<string> allowedOrigins)
    {
        var api = $"arn:aws:execute-api:{region}:{accountId}:*";
        var statements = ImmutableArray.Create(
            new PolicyStatement
            {
                Sid = "AllowByIdentityPolicy",
                // The account root, not "*": within an account, a resource policy or an identity policy is enough, so "*" would
                // admit every principal of the account without an identity policy. The root only delegates to identity policies;
                // foreign and anonymous callers are rejected.
                Principal = [PolicyPrincipal.Account(accountId)],
                Action = [Route.Action],
                Resource = [$"{api}/{stage}/*"],
            },
            Refuse("RefusePlainText", api, "Bool", "aws:SecureTransport", "false"));
        if (!allowedNetworks.IsEmpty)
        {
            statements = statements.Add(Refuse("RefuseOtherNetworks", api, "NotIpAddress", "aws:SourceIp", allowedNetworks));
        }

        // A browser sends preflights unsigned, so they are public. API Gateway answers them without a function.
        return PolicyDocument.Of(allowedOrigins.IsEmpty ? statements : statements.Add(new PolicyStatement
        {
            Sid = "AllowPreflight",
            Principal = [PolicyPrincipal.Everybody],
            Action = [Route.Action],
            Resource = [$"{api}/{stage}/OPTIONS/*"],
        }));
    }

    public static PolicyDocument LoggingTrust() => PolicyDocument.Of(new PolicyStatement
    {
        Sid = "ApiGatewayLogs",
        Principal = [PolicyPrincipal.Service("apigateway.amazonaws.com")],
        Action = ["sts:AssumeRole"],
    });

    /// <summary>
    /// Permissions of API Gateway's logging role in an account and region, as in AWS's managed policy
    /// <c>AmazonAPIGatewayPushToCloudWatchLogs</c>. The role serves every API there, so fewer permissions would end other APIs' logs.
    /// </summary>
    public static PolicyDocument WriteLogs(string accountId, string region) => PolicyDocument.Of(new PolicyStatement
    {
        Sid = "WriteLogsOfAllApis",
        Action =
        [
            "logs:CreateLogGroup", "logs:CreateLogStream", "logs:DescribeLogGroups", "logs:DescribeLogStreams", "logs:FilterLogEvents",
            "logs:GetLogEvents", "logs:PutLogEvents",
        ],
        Resource = [$"arn:aws:logs:{region}:{accountId}:log-group:*"],
    });

    // A deny must apply to everybody, including principals that an identity policy allows.
    private static PolicyStatement Refuse(string sid, string api, string operation, string key, params ImmutableArray<string> values) => new()
    {
        Sid = sid,
        Effect = PolicyEffect.Deny,
        Principal = [PolicyPrincipal.Everybody],
        Action = [Route.Action],
        Resource = [$"{api}/*"],
        Condition = [new PolicyCondition(operation, key, values)],
    };
}
