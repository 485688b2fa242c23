namespace WorkoutLog.Local.Runner.Iam;

/// <summary>Holds what the functions' roles may do against what the functions did.</summary>
public static class GrantedAndUsed
{
    /// <summary>Start of an action to why its use can't be seen: it is AWS itself that calls, in the function's role.</summary>
    public static ImmutableSortedDictionary<string, string> Unseen { get; } = ImmutableSortedDictionary<string, string>.Empty
        .Add("kms:", "DynamoDB, Lambda and SQS use the key; nothing is encrypted here")
        .Add("logs:", "Lambda writes the log; here it goes to standard error")
        .Add("sqs:", "a pipe sends a dead letter only when it can't publish")
        .Add("xray:", "Lambda sends the traces; none are sent here");

    /// <param name="roles">Name of a function's resource to its role.</param>
    /// <returns>A row for each action and resource that a role allows, and for each that a function was denied.</returns>
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

/// <summary>What became of one right, or of one attempt without a right.</summary>
/// <param name="Function">Name of the function's resource.</param>
/// <param name="Action">As the policy says it, or as it was called.</param>
/// <param name="Resource">As the policy says it, or as it was called.</param>
/// <param name="Granted">Whether a policy allows it.</param>
/// <param name="Used">How often it was made use of.</param>
/// <param name="Unseen">Why a use could not be seen in a local run; null where it could.</param>
public sealed record GrantRow(string Function, string Action, string Resource, bool Granted, int Used, int Denied, string? Unseen)
{
    public bool IsUnused => Granted && Used == 0 && Unseen is null;
}
