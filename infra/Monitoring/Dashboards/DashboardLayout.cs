using System.Collections.Immutable;
using System.Globalization;

namespace WorkoutLog.Infra.Monitoring.Dashboards;

/// <summary>Places widgets on the dashboard grid, row by row.</summary>
/// <param name="region">Region of the metrics.</param>
internal sealed class DashboardLayout(string region)
{
    private const int Columns = 24;
    private const int HeadingHeight = 1;
    private const int GraphHeight = 6;
    private const int PeriodSeconds = 300;

    // An alarm tile is a few columns wide, so about this many fit in a row.
    private const int AlarmsInARow = 6;

    private readonly ImmutableArray<DashboardWidget>.Builder _widgets = ImmutableArray.CreateBuilder<DashboardWidget>();
    private int _y;

    public DashboardLayout Text(string markdown, int height) => Row(height, ("text", new TextProperties(markdown)));

    public DashboardLayout Alarms(AlarmProperties alarms) =>
        Row(2 + ((alarms.Alarms.Length + AlarmsInARow - 1) / AlarmsInARow), ("alarm", alarms));

    /// <summary>A heading with a row of graphs of equal width; omitted without graphs.</summary>
    public DashboardLayout Section(string heading, params ImmutableArray<Graph> graphs) => graphs.IsEmpty
        ? this
        : Text($"## {heading}", HeadingHeight).Row(GraphHeight, [.. graphs.Select(graph => ("metric", (object)Properties(graph)))]);

    public DashboardBody Build() => new(_widgets.ToImmutable());

    private DashboardLayout Row(int height, params ImmutableArray<(string Type, object Properties)> widgets)
    {
        // The first widgets get the remaining columns, one each.
        var x = 0;
        foreach (var ((type, properties), place) in widgets.Select((widget, place) => (widget, place)))
        {
            var width = (Columns / widgets.Length) + (place < Columns % widgets.Length ? 1 : 0);
            _widgets.Add(new DashboardWidget(type, x, _y, width, height, properties));
            x += width;
        }

        _y += height;
        return this;
    }

    private MetricProperties Properties(Graph graph) => new(
        graph.Title,
        region,
        PeriodSeconds,
        "timeSeries",
        graph.Stacked,
        new YAxes(new YAxis(graph.Unit, 0, ShowUnits: false)),
        graph.Marks.IsEmpty ? null : new Annotations(graph.Marks),
        [.. graph.Lines.SelectMany(Rows)]);

    private static IEnumerable<ImmutableArray<object>> Rows(Line line, int place)
    {
        switch (line)
        {
            case Line.Plain plain:
                yield return Row(plain.Series, new MetricOptions(plain.Series.Label, plain.Series.Statistic));
                break;
            case Line.Computed computed:
                var id = string.Create(CultureInfo.InvariantCulture, $"m{place}");
                yield return Row(computed.Series, new MetricOptions(computed.Series.Label, computed.Series.Statistic, id, Visible: false));
                yield return
                [
                    new ExpressionOptions(
                        computed.Label,
                        string.Format(CultureInfo.InvariantCulture, computed.Expression, id),
                        string.Create(CultureInfo.InvariantCulture, $"e{place}")),
                ];
                break;
            default:
                throw new InvalidOperationException($"{line.GetType()} is not a known line.");
        }
    }

    private static ImmutableArray<object> Row(MetricSeries series, MetricOptions options) =>
    [
        series.Metric.Namespace,
        series.Metric.Name,
        .. series.Metric.Dimensions.SelectMany(dimension => new object[] { dimension.Name, dimension.Value }),
        options,
    ];
}
