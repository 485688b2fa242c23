using WorkoutLog.Local.Cost.Load;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Runner;

namespace WorkoutLog.Local.Cost.Billing;

/// <summary>A web ACL, its rules (a managed group counts as one), and the requests that it looks at.</summary>
internal static class FirewallUsage
{
    public static IEnumerable<Usage> Of(GraphResource acl, ResourceGraph graph, Workload load)
    {
        yield return new(acl.Type, "web ACL", "webAcl", 1);
        yield return new(acl.Type, "rules", "webAclRule", acl.Inputs.Objects("rules").Count());
        yield return new(acl.Type, "requests", "webAclRequest", load.RequestsPerMonth);
    }
}
