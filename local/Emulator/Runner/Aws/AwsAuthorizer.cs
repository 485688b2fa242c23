using System.Collections.Immutable;
using WorkoutLog.Local.Runner.Iam;
using WorkoutLog.Local.Runner.Iam.Policies;

namespace WorkoutLog.Local.Runner.Aws;

/// <summary>Authorises each call of a function by the policies of the function's role, and keeps the record of it.</summary>
/// <param name="roles">Name of a function's resource to its role.</param>
internal sealed class AwsAuthorizer(string region, string account, ImmutableDictionary<string, FunctionRole> roles, CallLog log)
{
    private readonly AwsAccesses _accesses = new(region, account);

    /// <returns>Null when the call may go on.</returns>
    /// <exception cref="System.Text.Json.JsonException">The body can't be read, so nobody can say what it asks for.</exception>
    public AccessDenial? Authorize(AwsCall call)
    {
        var role = roles[call.Caller.FunctionName];
        (AwsAccess Access, Decision Decision)[] decisions =
            [.. _accesses.Of(call).Distinct().Select(access => (access, role.Decide(access.Action, access.Resource)))];
        log.Add([.. decisions.Select(decided => new CallRecord(
            call.Caller.FunctionName, decided.Access.Action, decided.Access.Resource, decided.Decision == Decision.Allow))]);
        foreach (var (access, decision) in decisions)
        {
            if (decision != Decision.Allow)
            {
                return new AccessDenial(call, role.SessionArn, access, decision);
            }
        }

        return null;
    }
}
