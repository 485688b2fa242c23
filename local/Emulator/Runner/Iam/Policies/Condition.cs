using System.Collections.Immutable;

namespace WorkoutLog.Local.Runner.Iam.Policies;

/// <summary>A condition of a statement: one of the values must fit, or none of them where the operator is a negation.</summary>
public sealed record Condition(ConditionOperator Operator, string Key, ImmutableArray<string> Values)
{
    /// <param name="context">Without the key, the condition holds only where the operator is a negation.</param>
    public bool Holds(ImmutableDictionary<string, string> context) =>
        Operator.IsNegation != (context.TryGetValue(Key, out var actual) && Values.Any(value => Operator.Fits(value, actual)));
}
