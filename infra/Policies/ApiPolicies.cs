using System.Collections.Immutable;
using WorkoutLog.Infra.Api;

namespace WorkoutLog.Infra.Policies;

/// <summary>Who may call the API, and what API Gateway may write.</summary>
public static class ApiPolicies
{
    /// <summary>
    /// The resource policy of the API. A star stands for the API's id, which the policy can't know before the API is there; being
    /// this API's policy, it speaks of no other. The short form <c>execute-api:/…</c> would do, but API Gateway stores it written
    /// out, and every later preview would show that as a change.
    /// </summary>
    /// <param name="stage">All of it is opened, for the answer to an unknown path or method is a method of it too, and those can't be listed.</param>
    /// <param name="allowedNetworks">In CIDR form; empty lets all networks.</param>
    /// <param name="allowedOrigins">Empty for an API that no page calls.</param>
    public static PolicyDocument Call(
        string accountId, string region, string stage, ImmutableArray<string> allowedNetworks, ImmutableArray<string> allowedOrigins)
    {
        var api = $"arn:aws:execute-api:{region}:{accountId}:*";
        var statements = ImmutableArray.Create(
            new PolicyStatement
            {
                Sid = "AllowByIdentityPolicy",
                // The account's root, not "*": a resource policy and an identity policy of one account add up, so an allowance to "*"
                // would let in each of the account's principals, whether or not its own policy says so. The root only opens the
                // door to identity policies; foreign and anonymous callers stay outside.
                Principal = [PolicyPrincipal.Account(accountId)],
                Action = [Route.Action],
                Resource = [$"{api}/{stage}/*"],
            },
            Refuse("RefusePlainText", api, "Bool", "aws:SecureTransport", "false"));
        if (!allowedNetworks.IsEmpty)
        {
            statements = statements.Add(Refuse("RefuseOtherNetworks", api, "NotIpAddress", "aws:SourceIp", allowedNetworks));
        }

        // A browser asks before it signs, so whoever it is may ask. API Gateway answers by itself; no function hears of it.
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
    /// What API Gateway may log in an account and region: the rights of AWS's managed policy
    /// <c>AmazonAPIGatewayPushToCloudWatchLogs</c>. The role serves every API there, so that less would end the logs of others.
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

    // A refusal must reach everybody, also those whom an identity policy lets call.
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
