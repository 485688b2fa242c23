namespace WorkoutLog.Local.Plan.Waivers;

/// <summary>A finding, and whether it fails the plan.</summary>
/// <param name="Waiver">That lets it pass; null without.</param>
internal sealed record JudgedFinding(Finding Finding, Waiver? Waiver)
{
    public bool IsRefused => Finding.Kind.Severity == Severity.Refused && Waiver is null;
}
