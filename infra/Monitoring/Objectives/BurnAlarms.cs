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
    public static string Describe(Objective objective, Runbooks runbooks)
    {
        var rates = BurnWindow.All.Select(window => string.Create(
            CultureInfo.InvariantCulture, $"at least {window.Rate} times the rate that lasts {Objective.Days} days over {window.Minutes} minutes"));
        return $"{Meaning(objective)}: {string.Join(" and ", rates)}. {objective.Kind.Severity}: {runbooks.Of(objective.Kind)}";
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
        $"The error budget of the {objective.Promise} of the {objective.Group.ToString().ToLowerInvariant()} routes goes too fast";
}
