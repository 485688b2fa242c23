namespace WorkoutLog.Local.Runner.Iam;

/// <summary>A caller that a local run accepts. Its keys are fixed and documented: they work only in a local run.</summary>
/// <param name="UserArn">The caller's ARN, as the function sees it.</param>
/// <param name="Cognito">Null for a caller without a Cognito identity.</param>
/// <param name="Reach">The users that the caller may act for.</param>
public sealed record LocalIdentity(
    string Name, string AccessKeyId, string SecretAccessKey, string UserArn, string PrincipalId, CognitoIdentity? Cognito,
    ImmutableArray<PolicyDocument> Policies, string Reach)
{
    /// <summary>Role of the service. It exists only in local runs, so each function gets it in addition to the roles that the stack lists.</summary>
    public const string ServiceRole = "local-service";

    public ImmutableArray<string> Arns => UserArn.Split('/') is [var session, var role, _]
        ? [UserArn, $"arn:aws:iam::{session.Split(':')[4]}:role/{role}"]
        : [UserArn];

    /// <summary>A backend of the account; its policy allows the whole API.</summary>
    public static LocalIdentity Service(string account) =>
        InRole(account, "service", ServiceRole, "backend", null, $"any userId: its role {ServiceRole} is added to {FunctionEnvironment.ServiceRoles}");

    /// <summary>A signed-in person; may access only the workouts of their own userId, <c>athlete-1</c>.</summary>
    public static LocalIdentity Athlete(string account) =>
        InRole(account, "athlete", "local-athletes", CognitoIdentity.Session, new("athlete-1", "authenticated"), "only its own userId, athlete-1");

    /// <summary>A person who is not signed in, with an unauthenticated identity of the pool.</summary>
    public static LocalIdentity Guest(string account) =>
        InRole(account, "guest", "local-guests", CognitoIdentity.Session, new("guest-1", "unauthenticated"), "no userId: has not signed in");

    /// <summary>A person who is federated directly into a role that is not a service role.</summary>
    public static LocalIdentity Person(string account) =>
        InRole(account, "person", "local-people", "jo@example.org", null, "no userId: its role is not in serviceRoles");

    /// <summary>A user of the account without any policy.</summary>
    public static LocalIdentity Stranger(string account) => new(
        "stranger", "LOCALSTRANGER", "local-stranger-secret", $"arn:aws:iam::{account}:user/local-stranger", "AIDALOCALSTRANGER", null, [],
        "no policy: always denied");

    public static ImmutableArray<LocalIdentity> All(string account) =>
        [Service(account), Athlete(account), Guest(account), Person(account), Stranger(account)];

    // A run has one API, so the policy allows all of it.
    private static LocalIdentity InRole(string account, string name, string role, string session, CognitoIdentity? cognito, string reach) => new(
        name, $"LOCAL{name.ToUpperInvariant()}", $"local-{name}-secret", $"{ServiceRoles.SessionsOf(account, role)}/{session}",
        $"AROALOCAL{name.ToUpperInvariant()}:{session}", cognito, [PolicyDocument.Allow("execute-api:Invoke", $"arn:aws:execute-api:*:{account}:*")], reach);
}

/// <param name="AuthenticationType"><c>unauthenticated</c> for a guest.</param>
public sealed record CognitoIdentity(string Id, string AuthenticationType)
{
    /// <summary>Session name of all sessions of an identity pool.</summary>
    public const string Session = "CognitoIdentityCredentials";
}
