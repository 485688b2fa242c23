namespace WorkoutLog.Local.Plan.Waivers;

/// <summary>Holds the findings of a plan against the waivers of its stack.</summary>
internal static class WaiverJudge
{
    /// <summary>A waiver counts for at most so many days from today.</summary>
    public const int LongestDays = 90;

    /// <param name="today">In UTC.</param>
    public static (ImmutableArray<JudgedFinding> Findings, ImmutableArray<WaiverNote> Notes) Judge(
        ImmutableArray<Finding> findings, IReadOnlyCollection<Waiver> waivers, DateOnly today)
    {
        var faults = waivers.ToDictionary(waiver => waiver, waiver => Fault(waiver, findings, today));
        return (
            [
                .. findings.Select(finding => new JudgedFinding(
                    finding, waivers.FirstOrDefault(waiver => faults[waiver] is null && IsAbout(waiver, finding)))),
            ],
            [.. waivers.Where(waiver => faults[waiver] is not null).Select(waiver => new WaiverNote(waiver, faults[waiver]!.Value, Text(waiver, faults[waiver]!.Value, today)))]);
    }

    private static WaiverFault? Fault(Waiver waiver, ImmutableArray<Finding> findings, DateOnly today) =>
        waiver.Until < today ? WaiverFault.Expired
        : waiver.Until.DayNumber - today.DayNumber > LongestDays ? WaiverFault.TooLong
        : findings.Any(finding => IsAbout(waiver, finding)) ? null
        : WaiverFault.Unused;

    private static bool IsAbout(Waiver waiver, Finding finding) => finding.Kind == waiver.Finding && finding.Resource == waiver.Resource;

    private static string Text(Waiver waiver, WaiverFault fault, DateOnly today) => fault switch
    {
        WaiverFault.Expired => $"The waiver \"{waiver}\" is over and does not count. Remove it from planWaivers, or give it a new day with a new reason.",
        WaiverFault.TooLong => $"The waiver \"{waiver}\" does not count: it would last {waiver.Until.DayNumber - today.DayNumber} days, at most {LongestDays} are allowed.",
        _ => $"The waiver \"{waiver}\" is not needed: the plan finds no {waiver.Finding.Name} of {waiver.Resource}. Remove it from planWaivers.",
    };
}

/// <summary>A finding, and whether it fails the plan.</summary>
/// <param name="Waiver">That lets it pass; null without.</param>
internal sealed record JudgedFinding(Finding Finding, Waiver? Waiver)
{
    public bool IsRefused => Finding.Kind.Severity == Severity.Refused && Waiver is null;
}

/// <summary>What is to be said of a waiver that lets nothing pass.</summary>
internal sealed record WaiverNote(Waiver Waiver, WaiverFault Fault, string Text);

internal enum WaiverFault
{
    /// <summary>Its last day is over.</summary>
    Expired,

    /// <summary>Its last day is too far off: what passes for so long is no exception.</summary>
    TooLong,

    /// <summary>The plan has no such finding.</summary>
    Unused,
}
