namespace WorkoutLog.Local.Graph.Load;

/// <summary>What requests that come at random over the day make of things that count by the second or by the hour.</summary>
internal static class Chances
{
    private const int MinutesPerHour = 60;
    private const int SecondsPerMinute = 60;

    /// <summary>How many periods of a month have at least one event.</summary>
    /// <param name="minutes">The length of a period.</param>
    public static double ActivePeriodsPerMonth(double eventsPerDay, int minutes)
    {
        var perPeriod = eventsPerDay * minutes / DailyCurve.Minutes.Length;
        return Workload.DaysPerMonth * DailyCurve.MeanOfEach(minutes).Sum(level => AtLeastOne(perPeriod * level));
    }

    /// <summary>The part of a month's hours that have at least one event: what CloudWatch counts of a metric that is emitted by events.</summary>
    public static double ActiveShareOfHours(double eventsPerDay) =>
        ActivePeriodsPerMonth(eventsPerDay, MinutesPerHour) / Workload.HoursPerMonth;

    /// <summary>Traces that X-Ray's default rule takes: the first request of each second, and a share of the others.</summary>
    public static double SampledTracesPerMonth(double requestsPerDay) => Workload.DaysPerMonth * DailyCurve.Minutes.Sum(level =>
    {
        var perSecond = requestsPerDay / Workload.SecondsPerDay * level;
        var first = AtLeastOne(perSecond);
        return SecondsPerMinute * (first + ((perSecond - first) * Assumptions.SampledShare));
    });

    private static double AtLeastOne(double expected) => 1 - Math.Exp(-expected);
}
