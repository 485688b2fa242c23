namespace WorkoutLog.Local.Runner.Iam.Policies;

/// <summary>Accepts only policies that a local run evaluates completely.</summary>
/// <param name="owner">Owner of the policy, for messages: <c>rolePolicy 'logs-put'</c>.</param>
/// <param name="isResourcePolicy">Whether the policy must have principals; an identity policy must not.</param>
/// <param name="keys">The condition keys whose values are known at evaluation.</param>
public sealed class PolicyCheck(string owner, bool isResourcePolicy, ImmutableHashSet<string> keys)
{
    /// <exception cref="UserErrorException">The document is not a policy, or has a part that a local run does not evaluate.</exception>
    public PolicyDocument Read(string document)
    {
        PolicyDocument policy;
        try
        {
            policy = PolicyJson.Read(document);
        }
        catch (FormatException cause)
        {
            throw Refuse(cause.Message);
        }

        if (policy.Version != PolicyDocument.CurrentVersion)
        {
            throw Refuse($"Its version must be '{PolicyDocument.CurrentVersion}'; got '{policy.Version ?? "none"}'.");
        }

        return policy.Statement.Select(Fault).FirstOrDefault(fault => fault is not null) is { } fault ? throw Refuse(fault) : policy;
    }

    private string? Fault(PolicyStatement statement)
    {
        (string Member, bool IsThere)[] negations =
        [
            ("NotPrincipal", !statement.NotPrincipal.IsEmpty), ("NotAction", !statement.NotAction.IsEmpty), ("NotResource", !statement.NotResource.IsEmpty),
        ];
        if (negations.FirstOrDefault(negation => negation.IsThere).Member is { } member)
        {
            return $"A local run does not evaluate '{member}' in a statement.";
        }

        if (statement.Principal.IsEmpty == isResourcePolicy)
        {
            return isResourcePolicy ? "A statement names no 'Principal'." : "An identity policy must not have a 'Principal'.";
        }

        if (statement.Principal.FirstOrDefault(principal => principal.Kind is not ("AWS" or "Service")) is { } foreign)
        {
            return $"A local run does not evaluate '{foreign.Kind}' in 'Principal'.";
        }

        if (statement.Action.IsEmpty || statement.Resource.IsEmpty)
        {
            return $"A statement names no '{(statement.Action.IsEmpty ? "Action" : "Resource")}'.";
        }

        var texts = statement.Principal.Select(principal => principal.Name)
            .Concat(statement.Action).Concat(statement.Resource).Concat(statement.Condition.SelectMany(condition => condition.Values));
        if (texts.FirstOrDefault(text => text.Contains("${", StringComparison.Ordinal)) is { } variable)
        {
            return $"A local run does not evaluate policy variables: '{variable}'.";
        }

        return statement.Resource.FirstOrDefault(resource => resource != "*" && !resource.StartsWith("arn:", StringComparison.Ordinal)) is { } odd
            ? $"'Resource' must be * or an ARN; got '{odd}'."
            : statement.Condition.Select(Fault).FirstOrDefault(fault => fault is not null);
    }

    private string? Fault(PolicyCondition condition)
    {
        if (!ConditionOperator.All.TryGetValue(condition.Operator, out var known))
        {
            return $"A local run does not evaluate the condition operator '{condition.Operator}'.";
        }

        if (!keys.Contains(condition.Key) && !ConditionKeys.IsAbsentAtAws(condition.Key))
        {
            return $"A local run does not know the value of the condition key '{condition.Key}'.";
        }

        return condition.Values.FirstOrDefault(value => !known.Accepts(value)) is { } odd ? $"'{odd}' is not a value for '{condition.Operator}'." : null;
    }

    private UserErrorException Refuse(string reason) => new($"The policy of {owner} can't be enforced here. {reason}");
}
