namespace WorkoutLog.Local.Runner.Iam;

/// <summary>Compares the permissions of the functions' roles with the functions' calls.</summary>
public static class GrantedAndUsed
{
    /// <summary>Why the use of an action can't be observed, by action prefix: AWS itself calls it, in the function's role.</summary>
    public static ImmutableSortedDictionary<string, string> Unseen { get; } = ImmutableSortedDictionary<string, string>.Empty
        .Add("kms:", "DynamoDB, Lambda and SQS use the key; nothing is encrypted here")
        .Add("logs:", "Lambda writes the log; here it goes to standard error")
        .Add("sqs:", "a pipe sends a dead letter only when it can't publish")
        .Add("xray:", "Lambda sends the traces; none are sent here");

    /// <param name="roles">Roles by the name of the function's resource.</param>
    /// <returns>A row for each allowed action and resource, and for each that a function was denied.</returns>
    public static ImmutableArray<GrantRow> Compare(ImmutableDictionary<string, FunctionRole> roles, IReadOnlyCollection<CallRecord> calls)
    {
        var granted =
            from role in roles
            from policy in role.Value.Policies
            from statement in policy.Statement
            where statement.Effect == PolicyEffect.Allow
            from action in statement.Action
            from resource in statement.Resource
            let used = calls.Count(call => call.Allowed && call.Function == role.Key && Covers(action, resource, call))
            select new GrantRow(role.Key, action, resource, Granted: true, used, Denied: 0, ReasonUnseen(action));
        var denied =
            from call in calls
            where !call.Allowed
            group call by (call.Function, call.Action, call.Resource) into same
            select new GrantRow(same.Key.Function, same.Key.Action, same.Key.Resource, Granted: false, Used: 0, same.Count(), Unseen: null);
        return
        [
            .. granted.Concat(denied)
                .OrderBy(row => row.Function, StringComparer.Ordinal)
                .ThenBy(row => row.Action, StringComparer.Ordinal)
                .ThenBy(row => row.Resource, StringComparer.Ordinal),
        ];
    }

    private static bool Covers(string action, string resource, CallRecord call) =>
        Wildcard.Matches(action, call.Action, ignoreCase: true) && Wildcard.Matches(resource, call.Resource);

    private static string? ReasonUnseen(string action) =>
        Unseen.FirstOrDefault(reason => action.StartsWith(reason.Key, StringComparison.OrdinalIgnoreCase)).Value;
}

/// <summary>The use of one permission, or of one denied action.</summary>
/// <param name="Function">Name of the function's resource.</param>
/// <param name="Action">As in the policy, or as called.</param>
/// <param name="Resource">As in the policy, or as called.</param>
/// <param name="Granted">Whether a policy allows it.</param>
/// <param name="Used">Number of allowed calls.</param>
/// <param name="Unseen">Why its use can't be observed in a local run; null if it can.</param>
public sealed record GrantRow(string Function, string Action, string Resource, bool Granted, int Used, int Denied, string? Unseen)
{
    public bool IsUnused => Granted && Used == 0 && Unseen is null;
}
