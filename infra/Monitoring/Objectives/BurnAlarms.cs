using System.Collections.Immutable;
using System.Globalization;
using Pulumi;
using WorkoutLog.Infra.Monitoring.Alarms;

namespace WorkoutLog.Infra.Monitoring.Objectives;

/// <summary>Burn-rate alarms of an objective, one per window; only both together page.</summary>
public static class BurnAlarms
{
    // Within the evaluated period: one failure among three requests at night does not page, and the page ends with the failures, not
    // with the look-back window.
    private const int MinFailures = 3;
    private const int MinRequests = 20;

    /// <summary>One alarm per window, without notifications.</summary>
    /// <param name="objectiveName">The name in Application Signals.</param>
    public static ImmutableArray<Alarm> Of(Objective objective, Input<string> objectiveName, Input<string> apiName) =>
        [.. BurnWindow.All.Select(window => Of(window, objective, objectiveName, apiName))];

    /// <summary>Metric, thresholds, windows and impact of the composite alarm.</summary>
    public static string Sentence(Objective objective)
    {
        var rates = BurnWindow.All.Select(window => string.Create(CultureInfo.InvariantCulture, $"≥ {window.Rate} over {window.Hours} h"));
        return $"{Measure(objective)} {string.Join(" and ", rates)}. {Impact(BurnWindow.All.Min(window => window.Rate))}";
    }

    private static Alarm Of(BurnWindow window, Objective objective, Input<string> objectiveName, Input<string> apiName)
    {
        var (guards, least) = objective is Objective.Availability
            ? (objective.Routes.Select(route => new MetricSeries(Metrics.OfRoute("5XXError", apiName, route), "Sum", $"5xx of {route.Name}")), MinFailures)
            : (objective.Routes.Select(route => Metrics.Requests(Metrics.OfRoute("Count", apiName, route))), MinRequests);
        var sum = string.Join(" + ", objective.Routes.Select((_, place) => $"FILL(m{place + 1}, 0)"));
        return new Alarm
        {
            Kind = objective.Kind,
            Name = window.Name,
            Measure = string.Create(CultureInfo.InvariantCulture, $"{Measure(objective)} over {window.Hours} h"),
            Series = [new MetricSeries(Metrics.BurnRate(objectiveName, window.Minutes), "Maximum", "Burn rate"), .. guards],
            Expression = $"IF({sum} >= {least}, FILL(m0, 0), 0)",
            Threshold = window.Rate,
            Note = $"with ≥ {least} {(objective is Objective.Availability ? "5xx responses" : "requests")}",
            Impact = Impact(window.Rate),
            Notifies = false,
        };
    }

    private static string Measure(Objective objective) => $"{char.ToUpperInvariant(objective.Group[0])}{objective.Group[1..]} {objective.Indicator} error budget burn rate";

    private static string Impact(double rate) =>
        string.Create(CultureInfo.InvariantCulture, $"At this rate the {Objective.Days}-day error budget lasts at most {Objective.Days / rate:0.#} days.");
}

/// <summary>
/// A burn rate over a look-back window. At a burn rate of 1 the budget lasts exactly for the objective's interval. The short window alone
/// would page for short spikes, the long one alone long after the failures end.
/// </summary>
/// <param name="Name">One word.</param>
/// <param name="Minutes">Length of the window.</param>
/// <param name="Rate">The threshold.</param>
public sealed record BurnWindow(string Name, int Minutes, double Rate)
{
    /// <summary>2 % of the 30-day budget in one hour.</summary>
    public static BurnWindow Fast { get; } = new("fast", 60, 14.4);

    /// <summary>5 % of the 30-day budget in six hours.</summary>
    public static BurnWindow Slow { get; } = new("slow", 360, 6);

    public static ImmutableArray<BurnWindow> All { get; } = [Fast, Slow];

    public double Hours => Minutes / 60.0;
}
