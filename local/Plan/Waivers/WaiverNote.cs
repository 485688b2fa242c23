namespace WorkoutLog.Local.Plan.Waivers;

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
