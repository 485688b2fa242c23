using System.Collections.Immutable;

namespace WorkoutLog.Local.Runner.Iam.Policies;

/// <summary>A policy, checked: it holds nothing that a local run does not evaluate.</summary>
public sealed record Policy(ImmutableArray<Statement> Statements)
{
    /// <summary>An identity policy that allows one action without conditions.</summary>
    public static Policy Allow(string action, string resource) =>
        new([new Statement(PolicyEffect.Allow, [], [action], [resource], [])]);
}
