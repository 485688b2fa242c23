using System.Text.Json.Nodes;
using WorkoutLog.Local.CloudWatch;
using WorkoutLog.Local.CloudWatch.Dashboards;
using WorkoutLog.Local.CloudWatch.Metrics;

namespace WorkoutLog.Local.Tests.CloudWatch.Dashboards;

public sealed class MetricWidgetTests
{
    private static readonly DateTimeOffset _noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private readonly MetricStore _metrics = new();

    public MetricWidgetTests()
    {
        _metrics.Add(new MetricId("S", "Errors", ("F", "one")), _noon.AddMinutes(-7), 1);
        _metrics.Add(new MetricId("S", "Errors", ("F", "two")), _noon.AddMinutes(-2), 2);
        _metrics.Add(new MetricId("S", "Errors", ("F", "two")), _noon, 4);
        _metrics.Add(new MetricId("S", "Calls", ("F", "two")), _noon.AddMinutes(-2), 8);
    }

    [Fact]
    public void Reads_rows_with_their_shorthand_and_options()
    {
        var series = Read("""
            {"period": 300, "stat": "Sum", "metrics": [
              ["S", "Errors", "F", "one", {"label": "First", "yAxis": "right"}],
              [".", ".", ".", "two"],
              ["...", "one", {"stat": "Maximum", "period": 60}],
              [".", "Calls", ".", "two", {"visible": false, "id": "calls"}]]}
            """);

        Assert.Equal(
            ["First|Sum|right|11:50=1", "Errors|Sum||11:55=2 12:00=4", "Errors|Maximum||11:53=1"],
            series.Select(Describe));
    }

    [Fact]
    public void Draws_metric_math_over_the_rows_that_have_an_id()
    {
        var series = Read("""
            {"metrics": [
              ["S", "Errors", "F", "two", {"id": "errors", "visible": false, "stat": "Sum"}],
              [".", "Calls", ".", ".", {"id": "calls", "visible": false, "stat": "Sum"}],
              [{"expression": "100 * errors / calls", "label": "Failed", "id": "share"}],
              [{"expression": "share / 100"}]]}
            """);

        Assert.Equal(["Failed|100 * errors / calls||11:55=25", "share / 100|share / 100||11:55=0.25"], series.Select(Describe));
    }

    [Theory]
    [InlineData("""{"metrics": [["S"]]}""", "A row of a widget names a namespace, a metric, and pairs of dimensions; received [S].")]
    [InlineData("""{"metrics": [[".", "Errors"]]}""", "Place 0 of a widget's row repeats a row that has no such place.")]
    [InlineData("""{"metrics": [["S", "Errors"], [{"expression": "SEARCH('x', 'Sum', 300)"}]]}""", "A local run does not know the metric math function SEARCH with 3 arguments.")]
    public void Says_what_is_wrong_with_a_widget(string properties, string expected) =>
        Assert.Equal(expected, Assert.Throws<UserErrorException>(() => Read(properties)).Message);

    private WidgetSeries[] Read(string properties) =>
        [.. MetricWidget.From(JsonNode.Parse(properties)!.AsObject()).Read(_metrics, TimeSpan.FromMinutes(10), _noon.AddMinutes(1))];

    private static string Describe(WidgetSeries series) => FormattableString.Invariant(
        $"{series.Label}|{series.Stat}|{series.YAxis}|{string.Join(' ', series.Points.Select(point => FormattableString.Invariant($"{point.Time:HH:mm}={point.Value}")))}");
}
