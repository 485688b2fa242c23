namespace WorkoutLog.Local.Plan.Findings;

/// <summary>One thing that a reviewer should know of a change.</summary>
/// <param name="Resource">The logical name of the resource that it is about; the stack's name where it is about all.</param>
/// <param name="Urn">Of the resource as it is now; null for the stack.</param>
/// <param name="What">One sentence: what <c>pulumi up</c> does, or would.</param>
internal sealed record Finding(FindingKind Kind, string Resource, string? Urn, string What)
{
    public static Finding Of(FindingKind kind, GraphResource resource, string what) => new(kind, resource.Name, resource.Urn, what);
}

internal enum Severity
{
    /// <summary>Fails the plan, unless a waiver lets it pass.</summary>
    Refused,

    /// <summary>Somebody should look before it is done.</summary>
    Warning,

    Notice,
}
