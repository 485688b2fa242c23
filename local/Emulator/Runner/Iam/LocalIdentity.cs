namespace WorkoutLog.Local.Runner.Iam;

/// <summary>A caller that the runner knows. Its keys are fixed and documented: they open nothing but a local run.</summary>
/// <param name="UserArn">Who the caller is, as the function sees it.</param>
/// <param name="CognitoIdentityId">Set for a caller that signed in through an identity pool.</param>
public sealed record LocalIdentity(
    string Name, string AccessKeyId, string SecretAccessKey, string UserArn, string PrincipalId, string? CognitoIdentityId,
    ImmutableArray<PolicyDocument> Policies)
{
    /// <summary>Whether any policy lets the identity call.</summary>
    public bool MayInvoke => !Policies.IsEmpty;

    public ImmutableArray<string> Arns => UserArn.Split('/') is [var session, var role, _]
        ? [UserArn, $"arn:aws:iam::{session.Split(':')[4]}:role/{role}"]
        : [UserArn];

    /// <summary>A service of the account; its policy allows the whole API.</summary>
    public static LocalIdentity Service(string account) => new(
        "service", "LOCALSERVICE", "local-service-secret",
        $"arn:aws:iam::{account}:user/local-service", "AIDALOCALSERVICE", null, [InvokeEverything(account)]);

    /// <summary>A person who signed in; may touch only the workouts of the own userId, <c>athlete-1</c>.</summary>
    public static LocalIdentity Athlete(string account) => new(
        "athlete", "LOCALATHLETE", "local-athlete-secret", $"arn:aws:sts::{account}:assumed-role/local-athletes/CognitoIdentityCredentials",
        "AROALOCALATHLETES:CognitoIdentityCredentials", "athlete-1", [InvokeEverything(account)]);

    /// <summary>A user of the account without any policy.</summary>
    public static LocalIdentity Stranger(string account) => new(
        "stranger", "LOCALSTRANGER", "local-stranger-secret", $"arn:aws:iam::{account}:user/local-stranger", "AIDALOCALSTRANGER", null, []);

    public static ImmutableArray<LocalIdentity> All(string account) => [Service(account), Athlete(account), Stranger(account)];

    // A run has one API, so this is all of it.
    private static PolicyDocument InvokeEverything(string account) => PolicyDocument.Allow("execute-api:Invoke", $"arn:aws:execute-api:*:{account}:*");
}
