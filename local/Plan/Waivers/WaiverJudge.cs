namespace WorkoutLog.Local.Plan.Waivers;

/// <summary>Checks a plan's findings against its stack's waivers.</summary>
internal static class WaiverJudge
{
    /// <summary>The longest time that a waiver may last, in days from today.</summary>
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
        WaiverFault.Expired => $"The waiver \"{waiver}\" has expired. Remove it from planWaivers, or set a new day and a new reason.",
        WaiverFault.TooLong => $"The waiver \"{waiver}\" does not count: it would last {waiver.Until.DayNumber - today.DayNumber} days, at most {LongestDays} are allowed.",
        _ => $"The waiver \"{waiver}\" is unused: the plan finds no {waiver.Finding.Name} of {waiver.Resource}. Remove it from planWaivers.",
    };
}

/// <summary>A finding, and whether it fails the plan.</summary>
/// <param name="Waiver">The waiver that lets it pass, or null.</param>
internal sealed record JudgedFinding(Finding Finding, Waiver? Waiver)
{
    public bool IsRefused => Finding.Kind.Severity == Severity.Refused && Waiver is null;
}

/// <summary>A note on a waiver without effect.</summary>
internal sealed record WaiverNote(Waiver Waiver, WaiverFault Fault, string Text);

internal enum WaiverFault
{
    /// <summary>Its last day is past.</summary>
    Expired,

    /// <summary>Its last day is more than <see cref="WaiverJudge.LongestDays"/> days away.</summary>
    TooLong,

    /// <summary>The plan has no such finding.</summary>
    Unused,
}
