using System.Collections.Immutable;

namespace WorkoutLog.Infra.Monitoring.Dashboards;

/// <summary>Puts widgets on the grid of a dashboard, line under line.</summary>
/// <param name="region">Where the metrics are.</param>
internal sealed class DashboardLayout(string region)
{
    private const int Columns = 24;
    private const int HeadingHeight = 1;
    private const int AlarmHeight = 3;
    private const int GraphHeight = 6;
    private const int PeriodSeconds = 300;

    private readonly ImmutableArray<DashboardWidget>.Builder _widgets = ImmutableArray.CreateBuilder<DashboardWidget>();
    private int _y;

    public DashboardLayout Alarms(AlarmProperties alarms) => Line(AlarmHeight, ("alarm", alarms));

    /// <summary>A heading, and under it a line of graphs of the same width.</summary>
    public DashboardLayout Section(string heading, params ImmutableArray<Graph> graphs) =>
        Line(HeadingHeight, ("text", new TextProperties($"## {heading}")))
            .Line(GraphHeight, [.. graphs.Select(graph => ("metric", (object)Properties(graph)))]);

    public DashboardBody Build() => new(_widgets.ToImmutable());

    private DashboardLayout Line(int height, params ImmutableArray<(string Type, object Properties)> widgets)
    {
        var width = Columns / widgets.Length;
        _widgets.AddRange(widgets.Select((widget, place) => new DashboardWidget(widget.Type, place * width, _y, width, height, widget.Properties)));
        _y += height;
        return this;
    }

    private MetricProperties Properties(Graph graph) => new(
        graph.Title,
        region,
        PeriodSeconds,
        "timeSeries",
        new YAxes(new YAxis(graph.Unit, 0, ShowUnits: false)),
        [.. graph.Series.Select(Row)]);

    private static ImmutableArray<object> Row(MetricSeries series) =>
    [
        series.Metric.Namespace,
        series.Metric.Name,
        .. series.Metric.Dimensions.SelectMany(dimension => new object[] { dimension.Name, dimension.Value }),
        new MetricOptions(series.Label, series.Statistic),
    ];
}

/// <summary>One graph of a dashboard: lines over time.</summary>
/// <param name="Unit">What the values count.</param>
internal sealed record Graph(string Title, string Unit, ImmutableArray<MetricSeries> Series);
