namespace WorkoutLog.Local.Graph.Load;

/// <summary>The distribution of load over a day: a floor, and a peak in the morning. 1 is the day's mean.</summary>
internal static class DailyCurve
{
    /// <summary>The busiest minute, as a multiple of the mean.</summary>
    public const double Peak = 8;

    private const int MinutesPerDay = 1_440;
    private const double PeakMinute = 7 * 60;

    // Puts half of the day's load into the two hours around the peak.
    private const double WidthInMinutes = 36;

    private static readonly double _floor = Floor();

    /// <summary>Of each minute of the day; their mean is 1.</summary>
    public static ImmutableArray<double> Minutes { get; } = [.. Enumerable.Range(0, MinutesPerDay).Select(At)];

    /// <summary>The mean of each period of the day.</summary>
    /// <param name="minutes">The length of a period, which divides a day.</param>
    public static IEnumerable<double> MeanOfEach(int minutes) => Minutes.Chunk(minutes).Select(period => period.Average());

    /// <summary>The busiest minute of each hour of the day.</summary>
    public static IEnumerable<double> PeakOfEachHour() => Minutes.Chunk(60).Select(hour => hour.Max());

    /// <summary>The largest factor by which the load grows within some minutes.</summary>
    public static double SteepestGrowth(int minutes) =>
        Enumerable.Range(0, MinutesPerDay).Max(minute => Minutes[(minute + minutes) % MinutesPerDay] / Minutes[minute]);

    private static double At(int minute) => _floor + ((Peak - _floor) * Bell(minute));

    private static double Bell(int minute) => Math.Exp(-Math.Pow((minute - PeakMinute) / WidthInMinutes, 2) / 2);

    private static double Floor()
    {
        var bell = Enumerable.Range(0, MinutesPerDay).Average(Bell);
        return (1 - (Peak * bell)) / (1 - bell);
    }
}

/// <summary>Expected counts per second or hour for requests that arrive at random over the day.</summary>
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

    /// <summary>The part of a month's hours that have at least one event: the share for which CloudWatch bills a metric that is emitted per event.</summary>
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
