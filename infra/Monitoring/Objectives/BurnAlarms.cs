using System.Collections.Immutable;
using System.Globalization;
using Pulumi;
using WorkoutLog.Infra.Monitoring.Alarms;

namespace WorkoutLog.Infra.Monitoring.Objectives;

/// <summary>The alarms on the speed at which an objective's error budget goes; only both together are worth a page.</summary>
public static class BurnAlarms
{
    // Of the same period: what began at night with one failure among three requests does not page anybody, and what has ended
    // does not go on paging for as long as the window looks back.
    private const int FailuresThatCount = 3;
    private const int RequestsThatCount = 20;

    /// <summary>One alarm a window. They tell nobody themselves.</summary>
    /// <param name="objectiveName">As Application Signals knows it.</param>
    public static ImmutableArray<Alarm> Of(Objective objective, Input<string> objectiveName, Input<string> apiName) =>
        [.. BurnWindow.All.Select(window => Of(window, objective, objectiveName, apiName))];

    /// <summary>What the alarm over both windows says.</summary>
    public static string Sentence(Objective objective)
    {
        var rates = BurnWindow.All.Select(window => string.Create(
            CultureInfo.InvariantCulture, $"at least {window.Rate} times the rate that lasts {Objective.Days} days over {window.Minutes} minutes"));
        return $"{Meaning(objective)}: {string.Join(" and ", rates)}.";
    }

    private static Alarm Of(BurnWindow window, Objective objective, Input<string> objectiveName, Input<string> apiName)
    {
        var (guards, count) = objective is Objective.Availability
            ? (objective.Routes.Select(route => new MetricSeries(Metrics.OfRoute("5XXError", apiName, route), "Sum", $"5xx of {route.Name}")), FailuresThatCount)
            : (objective.Routes.Select(route => Metrics.Requests(Metrics.OfRoute("Count", apiName, route))), RequestsThatCount);
        var sum = string.Join(" + ", objective.Routes.Select((_, place) => $"FILL(m{place + 1}, 0)"));
        return new Alarm
        {
            Kind = objective.Kind,
            Name = window.Name,
            Meaning = string.Create(CultureInfo.InvariantCulture, $"{Meaning(objective)}, over {window.Minutes} minutes"),
            Series = [new MetricSeries(Metrics.BurnRate(objectiveName, window.Minutes), "Maximum", "Burn rate"), .. guards],
            Expression = $"IF({sum} >= {count}, FILL(m0, 0), 0)",
            Threshold = window.Rate,
            Unit = $"times the rate that lasts {Objective.Days} days",
            Announced = false,
        };
    }

    private static string Meaning(Objective objective) =>
        $"The error budget of the {objective.Promise} of the {objective.Group} routes goes too fast";
}

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
