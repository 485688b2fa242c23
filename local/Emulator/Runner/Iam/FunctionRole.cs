namespace WorkoutLog.Local.Runner.Iam;

/// <param name="SessionArn">The function's identity at AWS: <c>arn:aws:sts::…:assumed-role/…</c>.</param>
public sealed record FunctionRole(string Arn, string SessionArn, ImmutableArray<PolicyDocument> Policies)
{
    // A role may also grant permissions in these, which are not enforced here, so they must be absent.
    private static readonly ImmutableArray<string> _otherPolicies = ["inlinePolicies", "managedPolicyArns", "permissionsBoundary"];

    // At AWS, functions call over TLS.
    private static readonly ImmutableDictionary<string, string> _context =
        ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase).Add(ConditionKeys.SecureTransport, "true");

    /// <returns>Roles by the name of the function's or pipe's resource.</returns>
    /// <exception cref="UserErrorException">A role is not declared, or has a policy that can't be enforced here.</exception>
    public static ImmutableDictionary<string, FunctionRole> ReadAll(ResourceGraph graph) =>
        Actors(graph).ToImmutableDictionary(actor => actor.Resource.Name, actor => Read(actor.Resource, actor.RoleArn, graph), StringComparer.Ordinal);

    /// <summary>The resources that act in a role in a local run.</summary>
    public static IEnumerable<(GraphResource Resource, string? RoleArn)> Actors(ResourceGraph graph) =>
    [
        .. graph.OfType(FunctionType.Token).Select(function => (function, function.Inputs.Text("role"))),
        .. graph.OfType(PipeType.Token).Select(pipe => (pipe, pipe.Inputs.Text("roleArn"))),
    ];

    /// <returns>The decision of the role's policies.</returns>
    /// <param name="attributes">Value of <see cref="ConditionKeys.Attributes"/>; null if the key is absent.</param>
    public Decision Decide(string action, string resource, string? attributes = null) => PolicyEvaluation.Decide(
        new AccessRequest([SessionArn, Arn], action, resource, attributes is null ? _context : _context.Add(ConditionKeys.Attributes, attributes)), Policies);

    private static FunctionRole Read(GraphResource actor, string? arn, ResourceGraph graph)
    {
        var role = graph.OfType(RoleType.Token).FirstOrDefault(role => arn is not null && role.Outputs.Text("arn") == arn)
            ?? throw new UserErrorException($"{(actor.Type == PipeType.Token ? "Pipe" : "Function")} '{actor.Name}' has the role '{arn ?? "none"}', which the stack does not declare.");
        if (_otherPolicies.FirstOrDefault(input => role.Inputs[input] is not null and not JsonArray { Count: 0 }) is { } other)
        {
            throw new UserErrorException(
                $"Role '{role.Name}' has '{other}', which a local run does not evaluate. Fix: declare each policy as {RolePolicyType.Token}.");
        }

        var name = role.Outputs.Text("name")!;
        return new FunctionRole(
            arn!, $"arn:aws:sts::{arn!.Split(':')[4]}:assumed-role/{name}/{actor.Outputs.Text("name")}",
            [.. graph.OfType(RolePolicyType.Token).Where(policy => policy.Inputs.Text("role") == name).Select(Read)]);
    }

    private static PolicyDocument Read(GraphResource policy) =>
        new PolicyCheck($"{policy.Type} '{policy.Name}'", isResourcePolicy: false, ConditionKeys.OfFunctions).Read(policy.Inputs.Text("policy")!);
}
