namespace WorkoutLog.Local.Tests.CloudWatch.MetricMath;

public sealed class MathTests
{
    private static readonly Dictionary<string, ImmutableArray<double?>> _metrics = new() { ["m0"] = [1, null, 3, 0], ["m1"] = [10, 20, null, 0], ["none"] = [null, null, null, null] };

    [Theory]
    [InlineData("1 + 2 * 3", "7 7 7 7")]
    [InlineData("(1 + 2) * 3 - 4 / 2", "7 7 7 7")]
    [InlineData("-m0 + 1", "0 - -2 1")]
    [InlineData("2 ^ 3", "8 8 8 8")]
    [InlineData("m0 + m1", "11 - - 0")]
    [InlineData("100 * m0 / m1", "10 - - -")]
    [InlineData("m0 >= 1", "1 - 1 0")]
    [InlineData("m0 == 1 OR m1 == 20", "1 - - 0")]
    [InlineData("m0 > 0 AND m0 < 2", "1 - 0 0")]
    [InlineData("IF(m0 >= 3, m0, 0)", "0 - 3 0")]
    [InlineData("IF(m0 > 0, m1)", "10 - - -")]
    [InlineData("IF(1 > 2, m0, m1)", "10 20 - 0")]
    [InlineData("FILL(m0, 0)", "1 0 3 0")]
    [InlineData("FILL(m0, m1)", "1 20 3 0")]
    [InlineData("FILL(m1, REPEAT)", "10 20 20 0")]
    [InlineData("FILL(m0, LINEAR)", "1 2 3 0")]
    [InlineData("FILL(none, REPEAT)", "- - - -")]
    [InlineData("SUM([m0, m1])", "11 20 3 0")]
    [InlineData("MAX([m0, m1])", "10 20 3 0")]
    [InlineData("MIN([m0, m1])", "1 20 3 0")]
    [InlineData("AVG([m0, m1])", "5.5 20 3 0")]
    [InlineData("SUM(m1)", "30 30 30 30")]
    [InlineData("SUM(none)", "- - - -")]
    [InlineData("SUM(METRICS())", "11 20 3 0")]
    [InlineData("SUM(FILL(METRICS(), 0))", "11 20 3 0")]
    [InlineData("SUM(METRICS(\"m1\"))", "10 20 - 0")]
    [InlineData("sum([m0,m1]) + avg([1, 3])", "13 22 5 2")]
    public void Evaluates(string expression, string expected) => Assert.Equal(expected, Evaluate(expression));

    [Theory]
    [InlineData("ANOMALY_DETECTION_BAND(m0, 2)", "A local run does not support the metric math function ANOMALY_DETECTION_BAND with 2 arguments.")]
    [InlineData("FILL(m0)", "A local run does not support the metric math function FILL with 1 arguments.")]
    [InlineData("m7 + 1", "No metric or expression of the request has the id 'm7'.")]
    [InlineData("m0 + METRICS", "No metric or expression of the request has the id 'METRICS'.")]
    [InlineData("IF(METRICS(), 1, 2)", "Metric math needs a time series or a number here; got an array or a string.")]
    public void Rejects_unsupported_functions_and_unknown_ids(string expression, string expected) => Assert.Equal(expected, Refusal.Of(() => Evaluate(expression)));

    [Theory]
    [InlineData("m0 +")]
    [InlineData("(m0")]
    [InlineData("m0 m1")]
    public void Rejects_an_invalid_expression(string expression) => Assert.StartsWith(
        $"'{expression}' is not a metric math expression that a local run supports: ", Refusal.Of(() => Evaluate(expression)), StringComparison.Ordinal);

    private static string Evaluate(string expression)
    {
        var scope = new MathScope(id => _metrics.TryGetValue(id, out var values) ? new MathValue.Series(values) : null, ["m0", "m1"], 4);
        var values = scope.Spread(MathExpression.Read(expression));
        return string.Join(' ', values.Select(value => value is { } number ? FormattableString.Invariant($"{number}") : "-"));
    }
}

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

        Assert.Equal(["First|Sum|right|11:50=1", "Errors|Sum||11:55=2 12:00=4", "Errors|Maximum||11:53=1"], series.Select(Describe));
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
    [InlineData("""{"metrics": [["S"]]}""", "A widget row must be a namespace, a metric, and pairs of dimension name and value; got [S].")]
    [InlineData("""{"metrics": [[".", "Errors"]]}""", "Place 0 of a widget row repeats an element that the previous row does not have.")]
    [InlineData("""{"metrics": [["S", "Errors"], [{"expression": "SEARCH('x', 'Sum', 300)"}]]}""", "A local run does not support the metric math function SEARCH with 3 arguments.")]
    public void Says_what_is_wrong_with_a_widget(string properties, string expected) => Assert.Equal(expected, Refusal.Of(() => Read(properties)));

    private WidgetSeries[] Read(string properties) =>
        [.. MetricWidget.From(JsonNode.Parse(properties)!.AsObject()).Read(_metrics, TimeSpan.FromMinutes(10), _noon.AddMinutes(1))];

    private static string Describe(WidgetSeries series) => FormattableString.Invariant(
        $"{series.Label}|{series.Stat}|{series.YAxis}|{string.Join(' ', series.Points.Select(point => FormattableString.Invariant($"{point.Time:HH:mm}={point.Value}")))}");
}
