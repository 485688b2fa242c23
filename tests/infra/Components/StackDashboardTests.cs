using WorkoutLog.Infra.Tests.Components.Dashboards;

namespace WorkoutLog.Infra.Tests.Components;

public class StackDashboardTests
{
    private const string Dashboard = "aws:cloudwatch/dashboard:Dashboard";
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";

    [Fact]
    public async Task Has_the_stacks_name_and_a_URL()
    {
        var graph = await RunAsync();

        Assert.Equal("workout-log-prod", graph.Only(Dashboard).Inputs["dashboardName"]!.ToString());
        Assert.Equal(
            "https://us-east-1.console.aws.amazon.com/cloudwatch/home?region=us-east-1#dashboards/dashboard/workout-log-prod",
            graph.Outputs["dashboardUrl"]!.ToString());
    }

    [Fact]
    public async Task A_stack_can_omit_the_dashboard()
    {
        var graph = await ProgramRun.OfAsync("prod", ("dashboard", "false"));

        Assert.Empty(graph.OfType(Dashboard));
        Assert.Empty(graph.OfType("workoutlog:index:StackDashboard"));
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
    [InlineData("Workout duration", "DurationMinutes")]
    [InlineData("Calories", "CaloriesBurned")]
    public async Task Workouts_are_shown_by_the_types_of_the_stack(string title, string metric)
    {
        var graph = await ProgramRun.OfAsync("prod", ("workoutTypes", """["RUN","ROW"]"""));

        Assert.Equal(
            [OfType("RUN"), OfType("ROW")],
            graph.Graph(title)["metrics"]!.AsArray().Select(line => line!.ToJsonString()));

        string OfType(string type) => $$"""["WorkoutLog","{{metric}}","Environment","prod","WorkoutType","{{type}}",{"label":"{{type}}","stat":"Sum"}]""";
    }

    [Fact]
    public async Task Compute_is_time_in_seconds_times_memory_in_GB()
    {
        var graph = await ProgramRun.OfAsync("prod", ("queryWorkoutsMemoryMiB", "512"));

        var rows = graph.Graph("Compute")["metrics"]!.AsArray().Select(row => row!.AsArray()).ToList();
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
            graph.Graph("Ingested logs").Values("LogGroupName").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Error budget burn rate over 1 h", "60", 14.4)]
    [InlineData("Error budget burn rate over 6 h", "360", 6)]
    public async Task Every_objective_has_a_line_and_the_alarm_a_mark(string title, string minutes, double rate)
    {
        var graph = await RunAsync();

        var names = graph.OfType("aws-native:applicationsignals:ServiceLevelObjective").Select(objective => objective.Outputs["name"]!.ToString());
        Assert.Equal(names.Order(StringComparer.Ordinal), graph.Graph(title).Values("SloName"));
        Assert.All(graph.Graph(title).Values("BurnRateWindowMinutes"), window => Assert.Equal(minutes, window));
        Assert.Equal(rate, graph.Graph(title)["annotations"]!["horizontal"]![0]!["value"]!.GetValue<double>());
    }

    [Theory]
    [InlineData("dev", 0)]
    [InlineData("prod", 2)]
    public async Task Marks_latency_limits_only_with_an_alarm_and_an_objective(string stack, int marks)
    {
        var graph = await ProgramRun.OfAsync(stack);

        Assert.Equal(marks, (graph.Graph("Latency, p99")["annotations"]?["horizontal"] as JsonArray)?.Count ?? 0);
    }

    [Theory]
    [InlineData("dev", "", "docs/runbooks")]
    [InlineData("prod", "https://example.com/runbooks", "https://example.com/runbooks")]
    [InlineData("events", "", "docs/runbooks")]
    public async Task Links_to_the_runbook_of_every_alarm_that_it_shows(string stack, string url, string folder)
    {
        var graph = await ProgramRun.OfAsync(stack, ("runbooksUrl", url));

        var text = string.Join('\n', graph.Widgets().Where(widget => widget["type"]!.ToString() == "text").Select(widget => widget["properties"]!["markdown"]));
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
            graph.Graph(title)["metrics"]!.AsArray().Select(line => line!.ToJsonString()));
    }

    [Fact]
    public async Task Every_function_and_every_table_has_its_lines()
    {
        var graph = await RunAsync();

        var functions = graph.OfType("aws:lambda/function:Function").Select(function => function.Outputs["name"]!.ToString()).ToList();
        Assert.Equal(functions, graph.Graph("Duration, p99").Values("FunctionName"));
        Assert.Equal([.. functions, .. functions], graph.Graph("Errors and throttles").Values("FunctionName"));
        var tables = graph.OfType("aws:dynamodb/table:Table").Select(table => table.Outputs["name"]!.ToString()).ToList();
        foreach (var graphOfCapacity in new[] { graph.Graph("Consumed capacity"), graph.Graph("Throttled reads and writes") })
        {
            // The index of the logs table has its own line.
            var each = new[] { tables[0], tables[0], tables[1] };
            Assert.Equal([.. each, .. each], graphOfCapacity.Values("TableName"));
            Assert.Equal(2, graphOfCapacity["metrics"]!.ToJsonString().Split("\"GlobalSecondaryIndexName\",\"byType\"").Length - 1);
        }
    }

    [Fact]
    public async Task Shows_the_state_of_every_notifying_alarm()
    {
        var graph = await RunAsync();

        var shown = Assert.Single(graph.Widgets(), widget => widget["type"]!.ToString() == "alarm")["properties"]!["alarms"]!.AsArray();
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
}
