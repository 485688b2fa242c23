using WorkoutLog.Contracts;

namespace WorkoutLog.Local.Tests.CloudWatch;

/// <summary>A metric that is never emitted leaves a graph empty and an alarm silent.</summary>
public sealed class EveryMetricTests(Stacks stacks) : IClassFixture<Stacks>
{
    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public void That_is_read_is_emitted_by_something_in_the_stack(string stack)
    {
        var emitted = EmittedBy(stacks[stack]).ToHashSet();

        Assert.Empty(ReadBy(stacks[stack]).Where(read => !emitted.Contains(read.Metric)).Select(read => $"{read.Reader} reads {read.Metric}"));
    }

    [Fact]
    public void Names_an_orphan()
    {
        var orphan = stacks.Dev.OfType(MetricAlarmType.Token).First(alarm => alarm.Inputs["metricName"] is not null);
        var inputs = orphan.Inputs.DeepClone().AsObject();
        inputs["metricName"] = "Eror";

        Assert.DoesNotContain(MetricAlarm.From(orphan with { Inputs = inputs }).Request.Metrics.Single(), EmittedBy(stacks.Dev));
    }

    private static IEnumerable<(string Reader, MetricId Metric)> ReadBy(ResourceGraph graph) =>
    [
        .. from alarm in graph.OfType(MetricAlarmType.Token)
           from metric in MetricAlarm.From(alarm).Request.Metrics
           select (alarm.Name, metric),
        .. from objective in graph.OfType(ServiceLevelObjectiveType.Token)
           from metric in ServiceLevelObjective.From(objective).Indicator.Metrics
           select (objective.Name, metric),
        .. from dashboard in graph.OfType(DashboardType.Token)
           from widget in JsonNode.Parse(dashboard.Inputs.Text("dashboardBody")!)!.AsObject().Objects("widgets")
           where widget.Text("type") == "metric" && widget["properties"]!["metrics"] is not null
           let properties = widget["properties"]!.AsObject()
           from metric in MetricWidget.From(properties).Request.Metrics
           select ($"{dashboard.Name}, {properties.Text("title")},", metric),
    ];

    private static IEnumerable<MetricId> EmittedBy(ResourceGraph graph)
    {
        var metrics = new MetricStore();
        var run = new RunMetrics(graph, StackDescription.From(graph), metrics, new MetricClock(new ManualClock(), TimeSpan.FromMinutes(1)));
        return
        [
            .. run.All,
            .. graph.OfType(ServiceLevelObjectiveType.Token).SelectMany(objective => ServiceLevelObjective.From(objective).Metrics),
            .. graph.OfType(FunctionType.Token).SelectMany(function => Demand.Of(graph).MetricsOf(function, Workload.OfApp(1)).Select(metric => Own(graph, metric.Name, metric.Type))),
            // Emitted only on errors, so the cost model does not count them.
            Own(graph, MetricNames.ConfigurationRefused, ""), Own(graph, MetricNames.ParametersNotRead, ""),
            // Emitted by ./workout repair.
            Own(graph, MetricNames.StatisticsDrift, ""),
        ];
    }

    private static MetricId Own(ResourceGraph graph, string name, string type) => type.Length == 0
        ? new MetricId(MetricNames.Namespace, name, (MetricNames.Environment, graph.Stack))
        : new MetricId(MetricNames.Namespace, name, (MetricNames.Environment, graph.Stack), (MetricNames.WorkoutType, type));
}
