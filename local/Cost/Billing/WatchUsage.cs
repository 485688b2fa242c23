using System.Text.Json.Nodes;
using WorkoutLog.Local.Cost.Load;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Runner;

namespace WorkoutLog.Local.Cost.Billing;

/// <summary>Alarms, where they go, and what shows them.</summary>
internal static class WatchUsage
{
    // Application Auto Scaling keeps two alarms on the use of a DynamoDB capacity and two on the capacity itself.
    public const int AlarmsPerScaling = 4;

    // Up to which a dashboard counts towards the allowance.
    private const int MetricsOfSmallDashboard = 50;

    /// <summary>An alarm is paid by the metrics that it looks at.</summary>
    public static IEnumerable<Usage> OfAlarm(GraphResource alarm, ResourceGraph graph, Workload load)
    {
        var metrics = alarm.Inputs.Objects("metricQueries").Count(query => query["metric"] is not null);
        yield return new(alarm.Type, "alarms, by the metrics that they watch", "alarm", Math.Max(1, metrics));
    }

    public static IEnumerable<Usage> OfComposite(GraphResource alarm, ResourceGraph graph, Workload load)
    {
        yield return new(alarm.Type, "composite alarms", "compositeAlarm", 1);
    }

    /// <summary>An objective is paid by the signals that are made of its metrics, minute after minute, with or without a request.</summary>
    public static IEnumerable<Usage> OfObjective(GraphResource objective, ResourceGraph graph, Workload load)
    {
        var signals = objective.Inputs["requestBasedSli"] is null ? Assumptions.SignalsOfLatency : Assumptions.SignalsOfAvailability;
        yield return new(objective.Type, "signals of objectives", "applicationSignal", signals * 60 * Workload.HoursPerMonth);
    }

    public static IEnumerable<Usage> OfScaling(GraphResource policy, ResourceGraph graph, Workload load)
    {
        yield return new(policy.Type, "alarms of the autoscaling", "alarm", AlarmsPerScaling);
    }

    public static IEnumerable<Usage> OfDashboard(GraphResource dashboard, ResourceGraph graph, Workload load)
    {
        var metrics = JsonNode.Parse(dashboard.Inputs.Text("dashboardBody")!)!["widgets"]!.AsArray()
            .SelectMany(widget => widget!["properties"]?["metrics"] as JsonArray ?? [])
            // A row of metric math has no name of a metric, only the options.
            .Count(row => row![0] is JsonValue);
        yield return new(dashboard.Type, $"dashboard, {metrics} metrics", metrics > MetricsOfSmallDashboard ? "largeDashboard" : "dashboard", 1);
    }

    public static IEnumerable<Usage> OfTopic(GraphResource topic, ResourceGraph graph, Workload load)
    {
        yield return new(topic.Type, "alarms announced", "notification", Assumptions.NotificationsPerMonth);
    }

    /// <exception cref="UserErrorException">It is no mail address.</exception>
    public static IEnumerable<Usage> OfSubscription(GraphResource subscription, ResourceGraph graph, Workload load)
    {
        yield return subscription.Inputs.Text("protocol") == "email"
            ? new(subscription.Type, "alarms by mail", "mail", Assumptions.NotificationsPerMonth)
            : throw new UserErrorException($"What the subscription '{subscription.Name}' costs is not known. Give it a rule in local/Cost/Billing/{nameof(WatchUsage)}.cs.");
    }
}
