using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using WorkoutLog.Infra.Api;
using WorkoutLog.Local.Graph;

namespace WorkoutLog.Infra.Tests.Components;

public class StackDashboardTests
{
    private const string Dashboard = "aws:cloudwatch/dashboard:Dashboard";
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";

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

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Each_row_is_a_metric_with_paired_dimensions_and_a_statistic_or_metric_math_over_such(string stack)
    {
        Assert.All(Graphs(await ProgramRun.OfAsync(stack)), graph =>
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
            // What is hidden is there for metric math.
            Assert.Equal(expressions.Count, metrics.Count(row => row[^1]!["visible"]?.GetValue<bool>() == false));
        });
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Widgets_have_what_CloudWatch_asks_of_their_type(string stack)
    {
        var graph = await ProgramRun.OfAsync(stack);

        Assert.InRange(Widgets(graph).Count, 1, 500);
        Assert.All(Widgets(graph), widget =>
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
    public async Task With_basic_monitoring_it_stays_within_what_an_account_gets_for_nothing()
    {
        var graph = await ProgramRun.OfAsync("dev");

        Assert.InRange(Graphs(graph).SelectMany(widget => widget["metrics"]!.AsArray()).Count(row => row!.AsArray().Count > 1), 1, 50);
    }

    [Fact]
    public async Task Reads_the_metrics_of_routes_and_types_only_where_they_are_emitted()
    {
        var graph = await ProgramRun.OfAsync("dev");

        var text = graph.Only(Dashboard).Inputs["dashboardBody"]!.ToString();
        Assert.All(["\"Method\"", "WorkoutType", "BurnRate"], word => Assert.DoesNotContain(word, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Workouts", "WorkoutsLogged")]
    [InlineData("Time in workouts", "DurationMinutes")]
    [InlineData("Calories", "CaloriesBurned")]
    public async Task Workouts_are_shown_by_the_types_of_the_stack(string title, string metric)
    {
        var graph = await ProgramRun.OfAsync("prod", ("workoutTypes", """["RUN","ROW"]"""));

        Assert.Equal(
            [OfType("RUN"), OfType("ROW")],
            Graph(graph, title)["metrics"]!.AsArray().Select(line => line!.ToJsonString()));

        string OfType(string type) => $$"""["WorkoutLog","{{metric}}","Environment","prod","WorkoutType","{{type}}",{"label":"{{type}}","stat":"Sum"}]""";
    }

    [Fact]
    public async Task Compute_is_time_in_seconds_times_memory_in_GB()
    {
        var graph = await ProgramRun.OfAsync("prod", ("queryWorkoutsMemoryMiB", "512"));

        var rows = Graph(graph, "Compute")["metrics"]!.AsArray().Select(row => row!.AsArray()).ToList();
        Assert.Equal(["Duration", "Duration"], rows.Where(row => row.Count > 1).Select(row => row[1]!.ToString()));
        Assert.Equal(
            ["m0 / 1000 * 256 / 1024", "m1 / 1000 * 512 / 1024"],
            rows.Where(row => row.Count == 1).Select(row => row[0]!["expression"]!.ToString()));
    }

    [Fact]
    public async Task Every_log_group_has_a_line()
    {
        var graph = await RunAsync();

        Assert.Equal(
            graph.OfType("aws:cloudwatch/logGroup:LogGroup").Select(group => group.Outputs["name"]!.ToString()).Order(StringComparer.Ordinal),
            Values(Graph(graph, "Logs written"), "LogGroupName").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Burn rate of the error budgets over 60 minutes", "60", 14.4)]
    [InlineData("Burn rate of the error budgets over 360 minutes", "360", 6)]
    public async Task Every_objective_has_a_line_and_the_alarm_a_mark(string title, string minutes, double rate)
    {
        var graph = await RunAsync();

        var names = graph.OfType("aws-native:applicationsignals:ServiceLevelObjective").Select(objective => objective.Outputs["name"]!.ToString());
        Assert.Equal(names.Order(StringComparer.Ordinal), Values(Graph(graph, title), "SloName"));
        Assert.All(Values(Graph(graph, title), "BurnRateWindowMinutes"), window => Assert.Equal(minutes, window));
        Assert.Equal(rate, Graph(graph, title)["annotations"]!["horizontal"]![0]!["value"]!.GetValue<double>());
    }

    [Theory]
    [InlineData("dev", "", "docs/runbooks")]
    [InlineData("prod", "https://example.com/runbooks", "https://example.com/runbooks")]
    public async Task Links_to_the_runbook_of_every_alarm_that_it_shows(string stack, string url, string folder)
    {
        var graph = await ProgramRun.OfAsync(stack, ("runbooksUrl", url));

        var text = string.Join('\n', Widgets(graph).Where(widget => widget["type"]!.ToString() == "text").Select(widget => widget["properties"]!["markdown"]));
        var linked = graph.OfType(Alarm).Select(alarm => alarm.Inputs["alarmDescription"]!.ToString().Split(' ')[^1]).Distinct();
        Assert.All(linked, link =>
        {
            Assert.StartsWith($"{folder}/", link, StringComparison.Ordinal);
            Assert.Contains($"[{Path.GetFileNameWithoutExtension(link)}]({link})", text, StringComparison.Ordinal);
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
    public async Task Shows_the_state_of_every_alarm_that_tells_people()
    {
        var graph = await RunAsync();

        var shown = Assert.Single(Widgets(graph), widget => widget["type"]!.ToString() == "alarm")["properties"]!["alarms"]!.AsArray();
        Assert.InRange(shown.Count, 1, 100);
        Assert.Equal(
            new[] { Alarm, "aws:cloudwatch/compositeAlarm:CompositeAlarm" }
                .SelectMany(type => graph.OfType(type))
                .Where(alarm => alarm.Inputs["alarmActions"] is not null)
                .Select(alarm => alarm.Outputs["arn"]!.ToString())
                .Order(),
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
