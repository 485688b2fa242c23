namespace WorkoutLog.Local.Plan.Output;

internal static class PlanSummary
{
    private const int Shown = 4;

    public static int Count(DeploymentPlan plan, Operation operation) => plan.Changes.Count(change => change.Operation == operation);

    /// <summary><c>3 to create, 1 to update, 1 to replace, 0 to delete; refused: data-loss of logs</c>.</summary>
    public static string Of(DeploymentPlan plan) => $"{Counts(plan)}; {Verdict(plan)}";

    public static string Counts(DeploymentPlan plan) =>
        $"{Count(plan, Operation.Create)} to create, {Count(plan, Operation.Update)} to update, {Count(plan, Operation.Replace)} to replace, {Count(plan, Operation.Delete)} to delete";

    /// <summary>The outcome of a finding: <c>refused</c>, <c>waived until 2026-12-24</c>, <c>warning</c>, <c>notice</c>.</summary>
    public static string Word(JudgedFinding judged) =>
        judged.Waiver is { } waiver ? $"waived until {waiver.Until:yyyy-MM-dd}" : judged.Finding.Kind.Severity.ToString().ToLowerInvariant();

    /// <summary>What happens, and why it is waived.</summary>
    public static string What(JudgedFinding judged) => judged.Waiver is { } waiver ? $"{judged.Finding.What} Waived: {waiver.Reason}" : judged.Finding.What;

    private static string Verdict(DeploymentPlan plan)
    {
        var refused = plan.Refused.Select(finding => $"{finding.Kind.Name} of {finding.Resource}").ToArray();
        return refused.Length == 0
            ? "nothing is refused"
            : $"refused: {string.Join(", ", refused.Take(Shown))}{(refused.Length > Shown ? $" and {refused.Length - Shown} more" : "")}";
    }
}
