using System.Collections.Immutable;

namespace WorkoutLog.Infra.Monitoring.Objectives;

/// <summary>
/// How fast an error budget may go for how long. At a burn rate of 1 the budget lasts exactly as long as the objective looks back.
/// The short window alone would page for what is over soon, the long one alone long after it is over.
/// </summary>
/// <param name="Name">One word.</param>
/// <param name="Minutes">Application Signals computes the rate over so many.</param>
/// <param name="Rate">The lowest that is too fast.</param>
public sealed record BurnWindow(string Name, int Minutes, double Rate)
{
    /// <summary>A fiftieth of the budget of 30 days in one hour.</summary>
    public static BurnWindow Fast { get; } = new("fast", 60, 14.4);

    /// <summary>A twentieth of it in six hours.</summary>
    public static BurnWindow Slow { get; } = new("slow", 360, 6);

    public static ImmutableArray<BurnWindow> All { get; } = [Fast, Slow];
}
