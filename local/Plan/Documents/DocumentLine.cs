namespace WorkoutLog.Local.Plan.Documents;

/// <summary>One thing that differs in a document, for people.</summary>
internal sealed record DocumentLine(Sign Sign, string Text);

internal enum Sign
{
    Added,
    Removed,
    Changed,
}
