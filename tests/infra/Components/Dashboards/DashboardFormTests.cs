using System.Text.RegularExpressions;

namespace WorkoutLog.Infra.Tests.Components.Dashboards;

/// <summary>CloudWatch accepts widgets that it cannot draw, and shows nothing for them.</summary>
public class DashboardFormTests
{
    [Theory]
    [InlineData("prod")]
    [InlineData("events")]
    public async Task Widgets_fill_the_grid_without_overlap(string stack)
    {
        var widgets = (await ProgramRun.OfAsync(stack)).Widgets();

        var cells = widgets.SelectMany(Cells).ToList();
        Assert.All(cells, cell => Assert.InRange(cell.X, 0, 23));
        Assert.Equal(cells.Count, cells.Distinct().Count());
        Assert.Equal(24 * (cells.Max(cell => cell.Y) + 1), cells.Count);
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    [InlineData("events")]
    public async Task Each_row_is_a_metric_or_metric_math_over_metrics(string stack)
    {
        Assert.All((await ProgramRun.OfAsync(stack)).Graphs(), graph =>
        {
            var rows = graph["metrics"]!.AsArray().Select(row => row!.AsArray()).ToList();
            var (metrics, expressions) = (rows.Where(row => row.Count > 1).ToList(), rows.Where(row => row.Count == 1).ToList());
            Assert.InRange(metrics.Count, 1, 500);
            Assert.All(metrics, row =>
            {
                Assert.Equal(1, row.Count % 2);
                Assert.All(row.SkipLast(1), text => Assert.NotEmpty(text!.GetValue<string>()));
                Assert.Matches(@"^(Sum|SampleCount|Maximum|p\d+)$", row[^1]!["stat"]!.ToString());
                Assert.NotEmpty(row[^1]!["label"]!.ToString());
            });
            var ids = rows.Select(row => row[^1]!["id"]?.ToString()).OfType<string>().ToList();
            Assert.Equal(ids, ids.Distinct());
            Assert.All(ids, id => Assert.Matches("^[a-z][A-Za-z0-9_]*$", id));
            Assert.All(expressions, row =>
            {
                var used = Regex.Matches(row[0]!["expression"]!.ToString(), "[a-z][A-Za-z0-9_]*").Select(match => match.Value);
                Assert.NotEmpty(used);
                Assert.Subset(ids.ToHashSet(), used.ToHashSet());
                Assert.NotNull(row[0]!["id"]);
            });
            // Hidden rows are inputs of metric math.
            Assert.Equal(expressions.Count, metrics.Count(row => row[^1]!["visible"]?.GetValue<bool>() == false));
        });
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    [InlineData("events")]
    public async Task Widgets_have_the_properties_of_their_type(string stack)
    {
        var graph = await ProgramRun.OfAsync(stack);

        Assert.InRange(graph.Widgets().Count, 1, 500);
        Assert.All(graph.Widgets(), widget =>
        {
            var properties = widget["properties"]!.AsObject().Select(property => property.Key);
            Assert.Superset(
                widget["type"]!.ToString() switch
                {
                    "text" => ["markdown"],
                    "alarm" => ["title", "alarms"],
                    "metric" => new HashSet<string> { "title", "region", "period", "view", "stacked", "metrics" },
                    var other => throw new InvalidOperationException($"No widget is a {other}."),
                },
                properties.ToHashSet());
            Assert.InRange(widget["width"]!.GetValue<int>(), 1, 24);
            Assert.InRange(widget["height"]!.GetValue<int>(), 1, 1000);
        });
    }

    [Fact]
    public async Task With_basic_monitoring_it_stays_within_the_free_tier()
    {
        var graph = await ProgramRun.OfAsync("dev");

        Assert.InRange(graph.Graphs().SelectMany(widget => widget["metrics"]!.AsArray()).Count(row => row!.AsArray().Count > 1), 1, 50);
    }

    private static IEnumerable<(int X, int Y)> Cells(JsonNode widget) =>
        from x in Enumerable.Range(widget["x"]!.GetValue<int>(), widget["width"]!.GetValue<int>())
        from y in Enumerable.Range(widget["y"]!.GetValue<int>(), widget["height"]!.GetValue<int>())
        select (x, y);
}
