using WorkoutLog.Contracts;

namespace WorkoutLog.Infra.Tests;

public class WorkoutStackTests
{
    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    [InlineData("events")]
    public async Task Each_resource_has_a_component_as_parent(string stack)
    {
        var graph = await ProgramRun.OfAsync(stack);

        var components = graph.Resources.Where(resource => resource.Component).Select(resource => resource.Urn).ToHashSet();
        Assert.All(graph.Resources.Where(resource => !resource.Component), resource => Assert.Contains(resource.Parent!, components));
    }

    [Fact]
    public async Task Dev_and_prod_differ_only_by_optional_parts()
    {
        var dev = await ProgramRun.OfAsync("dev");
        var prod = await ProgramRun.OfAsync("prod");

        string[] always =
        [
            "WorkoutTable logs", "WorkoutTable stats", "RuntimeParameters parameters", "AlarmTopic alarms", "Observability observability",
            "WorkoutFunction ProcessWorkout", "WorkoutFunction QueryWorkouts", "WorkoutApi api",
        ];
        Assert.Superset(always.ToHashSet(), Components(dev));
        Assert.Superset(Components(dev), Components(prod));
        Assert.Superset(new HashSet<string>([.. always, "CustomerKey key", "BackupPlan backup", "StackDashboard dashboard"]), Components(prod));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    [InlineData("events")]
    public async Task The_graph_is_the_same_from_run_to_run(string stack)
    {
        var first = await ProgramRun.OfAsync(stack);
        var second = await ProgramRun.RunAsync(stack);

        Assert.Equal(GraphJson.Write(first), GraphJson.Write(second));
    }

    [Fact]
    public async Task Each_function_has_only_the_permissions_of_its_routes()
    {
        var graph = await ProgramRun.OfAsync("dev");

        var logs = graph.Named("aws:dynamodb/table:Table", "logs").Outputs["arn"]!.ToString();
        var stats = graph.Named("aws:dynamodb/table:Table", "stats").Outputs["arn"]!.ToString();
        Assert.Equal(
            [$"DeleteItem {logs}", $"GetItem {logs}", $"PutItem {logs}", $"UpdateItem {stats}"],
            Rights(graph, "ProcessWorkout", "dynamodb:"));
        Assert.Equal(
            [$"GetItem {logs}", $"GetItem {stats}", $"Query {logs}", $"Query {logs}/index/byType", $"Query {stats}", $"UpdateItem {stats}"],
            Rights(graph, "QueryWorkouts", "dynamodb:"));
        Assert.Equal(
            [.. WorkoutLimit.All.Select(limit => limit.Parameter).Append(ParameterNames.SupportedTypes).Order(StringComparer.Ordinal)
                .Select(name => $"GetParameters arn:aws:ssm:us-east-1:123456789012:parameter/workout-log/dev/{name}")],
            Rights(graph, "ProcessWorkout", "ssm:"));
        string[] always = ["logs:CreateLogStream", "logs:PutLogEvents", "xray:PutTelemetryRecords", "xray:PutTraceSegments"];
        Assert.Equal(
            ["dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", .. always[..2], "ssm:GetParameters", .. always[2..]],
            Actions(graph, "ProcessWorkout"));
        Assert.Equal(["dynamodb:GetItem", "dynamodb:Query", "dynamodb:UpdateItem", .. always], Actions(graph, "QueryWorkouts"));
    }

    [Fact]
    public async Task The_stack_has_all_outputs()
    {
        var graph = await ProgramRun.OfAsync("prod");

        Assert.Equal(
            [
                "alarmArns", "alarmTopicArn", "apiUrl", "dashboardUrl", "endpoints", "functionAliasArns", "functionArns", "keyArn", "openApiPath",
                "tableArns", "tableNames", "tableStreamArns",
            ],
            graph.Outputs.Select(output => output.Key));
        Assert.Equal(graph.Only("aws:apigateway/stage:Stage").Outputs["invokeUrl"]!.ToString(), graph.Outputs["apiUrl"]!.ToString());
        Assert.Equal($"{graph.Outputs["apiUrl"]}/workouts", graph.Outputs["endpoints"]!["POST /workouts"]!.ToString());
        Assert.Equal(graph.Named("aws:dynamodb/table:Table", "logs").Outputs["name"]!.ToString(), graph.Outputs["tableNames"]!["logs"]!.ToString());
        Assert.Equal(
            graph.Named("aws:lambda/alias:Alias", "QueryWorkouts-live").Outputs["arn"]!.ToString(),
            graph.Outputs["functionAliasArns"]!["QueryWorkouts"]!.ToString());
        Assert.Equal(graph.Named("aws:kms/key:Key", "key").Outputs["arn"]!.ToString(), graph.Outputs["keyArn"]!.ToString());
    }

    [Fact]
    public async Task The_stack_outputs_exactly_the_notifying_alarms()
    {
        var graph = await ProgramRun.OfAsync("prod");

        var announced = graph.Resources.Where(resource => resource.Inputs["alarmActions"] is not null).Select(resource => resource.Outputs["arn"]!.ToString());
        Assert.Equal(announced.Order(StringComparer.Ordinal), graph.Outputs["alarmArns"]!.AsArray().Select(arn => arn!.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Features_that_are_turned_off_have_no_output()
    {
        var graph = await ProgramRun.OfAsync("dev", ("dashboard", "false"));

        Assert.False(graph.Outputs.ContainsKey("dashboardUrl"));
        Assert.False(graph.Outputs.ContainsKey("dnsTarget"));
        Assert.False(graph.Outputs.ContainsKey("keyArn"));
    }

    private static HashSet<string> Components(ResourceGraph graph) =>
        [.. graph.Resources.Where(resource => resource.Component).Select(resource => $"{resource.Type.Split(':')[^1]} {resource.Name}")];

    private static IEnumerable<string> Actions(ResourceGraph graph, string function) =>
        Rights(graph, function).Select(right => right.Action).Distinct().Order(StringComparer.Ordinal);

    /// <summary>Permissions of one service, as <c>Action resource</c>.</summary>
    private static IEnumerable<string> Rights(ResourceGraph graph, string function, string service) =>
        Rights(graph, function)
            .Where(right => right.Action.StartsWith(service, StringComparison.Ordinal))
            .Select(right => $"{right.Action[service.Length..]} {right.Resource}")
            .Order(StringComparer.Ordinal);

    private static IEnumerable<(string Action, string Resource)> Rights(ResourceGraph graph, string function)
    {
        var role = graph.Named("aws:iam/role:Role", $"{function}-role").Outputs["id"]!.ToString();
        return from policy in graph.OfType("aws:iam/rolePolicy:RolePolicy")
               where policy.Inputs["role"]!.ToString() == role
               from statement in policy.Json("policy")["Statement"]!.AsArray()
               from action in statement!["Action"]!.AsArray()
               from resource in statement["Resource"]!.AsArray()
               select (action!.ToString(), resource!.ToString());
    }
}
