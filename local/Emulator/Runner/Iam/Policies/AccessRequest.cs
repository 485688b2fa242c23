namespace WorkoutLog.Local.Runner.Iam.Policies;

/// <summary>What somebody wants to do, in the words of policies.</summary>
/// <param name="Caller">ARNs that name the caller: of the user, or of the session and of its role. Empty for whoever did not sign.</param>
/// <param name="Action"><c>dynamodb:PutItem</c>.</param>
/// <param name="Resource">ARN, or <c>*</c> for an action that is about no resource.</param>
/// <param name="Context">Condition key, in any case, to its value.</param>
public sealed record AccessRequest(
    ImmutableArray<string> Caller, string Action, string Resource, ImmutableDictionary<string, string> Context)
{
    /// <summary>Whether one of the principals is this very caller, or everybody.</summary>
    public bool IsNamedBy(ImmutableArray<PolicyPrincipal> principals) =>
        principals.Any(principal => principal.Name == PolicyPrincipal.Everybody.Name || Caller.Contains(principal.Name));

    /// <summary>Whether one of the principals is the account of the caller, as <c>…:root</c> or by its number.</summary>
    public bool IsOfAccount(ImmutableArray<PolicyPrincipal> principals) => Caller.Select(arn => arn.Split(':')[4]).Any(account =>
        principals.Any(principal => principal.Name == account || principal == PolicyPrincipal.Account(account)));
}
