namespace WorkoutLog.Local.Plan.Findings;

/// <summary>Other accounts, and roles outside the stack, that a change names: another account's code, another role for a service.</summary>
internal static partial class OutsideFindings
{
    // Policies are compared grant by grant, and neither a boundary nor a certificate grants access.
    private static readonly string[] _weighedElsewhere = ["policy", "assumeRolePolicy", "inlinePolicies", "managedPolicyArns", "permissionsBoundary", "certificateArn", "regionalCertificateArn"];

    public static IEnumerable<Finding> Of(GraphDifference difference)
    {
        if (difference.IsNewStack)
        {
            return [];
        }

        var (before, own) = (difference.Before.Resources.SelectMany(Named).ToHashSet(), difference.After.OfType(RoleType.Token).Select(role => role.Outputs.Text("arn")).ToHashSet());
        var accounts = before.Select(name => name.Account).Append(AwsNames.Account).ToHashSet();
        return
            from change in difference.Changes
            where change.After is not null
            from name in Named(change.Resource).Except(before).Distinct()
            let isRole = name.Arn.Contains(":role/", StringComparison.Ordinal) && !own.Contains(name.Arn)
            where isRole || !accounts.Contains(name.Account)
            select Finding.Of(
                FindingKind.WidenedAccess,
                change.Resource,
                $"It names {name.Arn}{(isRole ? ", a role outside the stack" : $" of the account {name.Account}, which the stack did not name before")}.");
    }

    private static IEnumerable<(string Arn, string Account)> Named(GraphResource resource) => resource.Inputs
        .Where(input => !_weighedElsewhere.Contains(input.Key))
        .SelectMany(input => Arn().Matches($"{input.Value?.ToJsonString(GraphJson.Unescaped)}"))
        .Select(match => (match.Value, match.Groups["account"].Value));

    [GeneratedRegex(@"arn:[a-z-]+:[a-z0-9-]+:[a-z0-9-]*:(?<account>[0-9]{12}):[A-Za-z0-9+=,.@_:/*$-]+")]
    private static partial Regex Arn();
}
