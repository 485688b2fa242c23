using System.Text.Json.Nodes;
using WorkoutLog.Infra.Api;
using WorkoutLog.Local.Graph;

namespace WorkoutLog.Infra.Tests.Components;

public class StackDashboardTests
{
    private const string Dashboard = "aws:cloudwatch/dashboard:Dashboard";

    [Fact]
    public async Task Has_the_name_of_the_stack_and_an_address()
    {
        var graph = await RunAsync();

        Assert.Equal("workout-log-prod", graph.Only(Dashboard).Inputs["dashboardName"]!.ToString());
        Assert.Equal(
            "https://us-east-1.console.aws.amazon.com/cloudwatch/home?region=us-east-1#dashboards/dashboard/workout-log-prod",
            graph.Outputs["dashboardUrl"]!.ToString());
    }

    [Fact]
    public async Task A_stack_may_do_without()
    {
        var graph = await ProgramRun.OfAsync("prod", ("dashboard", "false"));

        Assert.Empty(graph.OfType(Dashboard));
        Assert.Empty(graph.OfType("workoutlog:index:StackDashboard"));
    }

    [Fact]
    public async Task Widgets_fill_the_grid_without_covering_each_other()
    {
        var widgets = Widgets(await RunAsync());

        var cells = widgets.SelectMany(Cells).ToList();
        Assert.All(cells, cell => Assert.InRange(cell.X, 0, 23));
        Assert.Equal(cells.Count, cells.Distinct().Count());
        Assert.Equal(24 * (cells.Max(cell => cell.Y) + 1), cells.Count);
    }

    [Fact]
    public async Task Each_line_names_its_metric_with_paired_dimensions_and_a_statistic()
    {
        var lines = Graphs(await RunAsync()).SelectMany(graph => graph["metrics"]!.AsArray()).Select(line => line!.AsArray()).ToList();

        Assert.NotEmpty(lines);
        Assert.All(lines, line =>
        {
            Assert.StartsWith("AWS/", line[0]!.ToString(), StringComparison.Ordinal);
            Assert.Equal(1, line.Count % 2);
            Assert.All(line.SkipLast(1), text => Assert.NotEmpty(text!.GetValue<string>()));
            Assert.Equal(["label", "stat"], line[^1]!.AsObject().Select(option => option.Key));
        });
    }

    [Theory]
    [InlineData("Traffic", "Count", "SampleCount")]
    [InlineData("Latency, p99", "Latency", "p99")]
    public async Task Every_route_has_a_line(string title, string metric, string statistic)
    {
        var graph = await RunAsync();

        var api = graph.Only("aws:apigateway/restApi:RestApi").Outputs["name"];
        Assert.Equal(
            Routes.All.Select(route =>
                $$"""["AWS/ApiGateway","{{metric}}","ApiName","{{api}}","Stage","v1","Method","{{route.Method}}","Resource","{{route.Path}}",{"label":"{{route.Method}} {{route.Path}}","stat":"{{statistic}}"}]"""),
            Graph(graph, title)["metrics"]!.AsArray().Select(line => line!.ToJsonString()));
    }

    [Fact]
    public async Task Every_function_and_every_table_has_its_lines()
    {
        var graph = await RunAsync();

        var functions = graph.OfType("aws:lambda/function:Function").Select(function => function.Outputs["name"]!.ToString()).ToList();
        Assert.Equal(functions, Values(Graph(graph, "Duration, p99"), "FunctionName"));
        Assert.Equal([.. functions, .. functions], Values(Graph(graph, "Errors and throttles"), "FunctionName"));
        var tables = graph.OfType("aws:dynamodb/table:Table").Select(table => table.Outputs["name"]!.ToString()).ToList();
        Assert.Equal([.. tables, .. tables], Values(Graph(graph, "Capacity used"), "TableName"));
        Assert.Equal(tables, Values(Graph(graph, "Throttled"), "TableName").Distinct());
    }

    [Fact]
    public async Task Shows_the_state_of_every_alarm()
    {
        var graph = await RunAsync();

        var shown = Assert.Single(Widgets(graph), widget => widget["type"]!.ToString() == "alarm")["properties"]!["alarms"]!.AsArray();
        Assert.Equal(
            graph.OfType("aws:cloudwatch/metricAlarm:MetricAlarm").Select(alarm => alarm.Outputs["arn"]!.ToString()).Order(),
            shown.Select(alarm => alarm!.ToString()).Order());
    }

    private static Task<ResourceGraph> RunAsync() => ProgramRun.OfAsync("prod", ("dashboard", "true"));

    private static List<JsonNode> Widgets(ResourceGraph graph) =>
        [.. graph.Only(Dashboard).Json("dashboardBody")["widgets"]!.AsArray().Select(widget => widget!)];

    private static IEnumerable<JsonNode> Graphs(ResourceGraph graph) =>
        Widgets(graph).Where(widget => widget["type"]!.ToString() == "metric").Select(widget => widget["properties"]!);

    private static JsonNode Graph(ResourceGraph graph, string title) => Assert.Single(Graphs(graph), candidate => candidate["title"]!.ToString() == title);

    private static IEnumerable<string> Values(JsonNode graph, string dimension) =>
        graph["metrics"]!.AsArray().Select(line => line!.AsArray().Select(text => text!.ToString()).SkipWhile(text => text != dimension).ElementAt(1));

    private static IEnumerable<(int X, int Y)> Cells(JsonNode widget) =>
        from x in Enumerable.Range(widget["x"]!.GetValue<int>(), widget["width"]!.GetValue<int>())
        from y in Enumerable.Range(widget["y"]!.GetValue<int>(), widget["height"]!.GetValue<int>())
        select (x, y);
}
