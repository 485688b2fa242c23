using Moq;
using Pulumi;
using Pulumi.Testing;
using WorkoutLog.Local;
using WorkoutLog.Local.Graph;

namespace WorkoutLog.Infra.Tests;

public class WorkoutStackTests
{
    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Each_resource_stands_under_a_component(string stack)
    {
        var graph = await ProgramRun.OfAsync(stack);

        var components = graph.Resources.Where(resource => resource.Component).Select(resource => resource.Urn).ToHashSet();
        Assert.All(graph.Resources.Where(resource => resource.Component), component => Assert.Null(component.Parent));
        Assert.All(graph.Resources.Where(resource => !resource.Component), resource => Assert.Contains(resource.Parent!, components));
    }

    [Fact]
    public async Task Composes_the_parts_of_the_design()
    {
        var graph = await ProgramRun.OfAsync("dev");

        Assert.Equal(
            [
                "WorkoutTable logs", "WorkoutTable stats", "RuntimeParameters parameters", "Observability observability",
                "WorkoutFunction ProcessWorkout", "WorkoutFunction QueryWorkouts", "WorkoutApi api",
            ],
            graph.Resources.Where(resource => resource.Component).Select(resource => $"{resource.Type.Split(':')[^1]} {resource.Name}"));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task The_graph_is_the_same_from_run_to_run(string stack)
    {
        var first = await ProgramRun.OfAsync(stack);
        var second = await ProgramRun.OfAsync(stack);

        Assert.Equal(GraphJson.Write(first), GraphJson.Write(second));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task A_policy_allows_exact_actions_on_exact_resources(string stack)
    {
        var graph = await ProgramRun.OfAsync(stack);

        var statements = graph.OfType("aws:iam/rolePolicy:RolePolicy").SelectMany(policy => policy.Json("policy")["Statement"]!.AsArray()).ToList();
        Assert.NotEmpty(statements);
        Assert.All(statements, statement =>
        {
            Assert.DoesNotContain(statement!["Action"]!.AsArray(), action => action!.ToString().Contains('*', StringComparison.Ordinal));
            Assert.All(statement["Resource"]!.AsArray(), resource =>
            {
                // The streams of a log group have no names that could be known before.
                var exact = resource!.ToString().StartsWith("arn:aws:logs:", StringComparison.Ordinal) ? resource.ToString()[..^2] : resource.ToString();
                Assert.StartsWith("arn:aws:", exact, StringComparison.Ordinal);
                Assert.DoesNotContain('*', exact);
            });
        });
    }

    [Fact]
    public async Task Each_function_may_do_only_what_its_routes_need()
    {
        var graph = await ProgramRun.OfAsync("dev");

        Assert.Equal(
            ["dynamodb:PutItem", "dynamodb:UpdateItem", "logs:CreateLogStream", "logs:PutLogEvents", "ssm:GetParameters"],
            Actions(graph, "ProcessWorkout"));
        Assert.Equal(
            ["dynamodb:Query", "logs:CreateLogStream", "logs:PutLogEvents"],
            Actions(graph, "QueryWorkouts"));
    }

    [Fact]
    public async Task The_stack_puts_out_where_the_API_is_and_how_its_tables_are_called()
    {
        var graph = await ProgramRun.OfAsync("dev");

        Assert.Equal(graph.Only("aws:apigateway/stage:Stage").Outputs["invokeUrl"]!.ToString(), graph.Outputs["apiUrl"]!.ToString());
        Assert.Equal(graph.Named("aws:dynamodb/table:Table", "logs").Outputs["name"]!.ToString(), graph.Outputs["logsTableName"]!.ToString());
        Assert.Equal(graph.Named("aws:dynamodb/table:Table", "stats").Outputs["name"]!.ToString(), graph.Outputs["statsTableName"]!.ToString());
    }

    [Fact]
    public async Task A_bad_configuration_names_every_error_and_registers_nothing()
    {
        var configuration = StackConfiguration.Load(Repository.Find(AppContext.BaseDirectory), "dev");
        configuration.Values["workout-log:capacity"] = "unlimited";
        configuration.Values["workout-log:functionMemoryMiB"] = "64";
        var mocks = new Mock<IMocks>(MockBehavior.Strict);

        var exception = await Assert.ThrowsAsync<RunException>(() => ProgramRun.OfAsync(configuration, mocks));

        Assert.Equal(
            """
            The configuration of stack dev is not valid; nothing was registered.
              workout-log:capacity is "unlimited"; allowed: one of onDemand, autoscaled
                pulumi config set workout-log:capacity onDemand --stack dev
              workout-log:functionMemoryMiB is "64"; allowed: a whole number from 128 to 10240 (MiB)
                pulumi config set workout-log:functionMemoryMiB 256 --stack dev
            """.ReplaceLineEndings(),
            exception.Message);
        mocks.Verify(mock => mock.NewResourceAsync(It.IsAny<MockResourceArgs>()), Times.Never);
    }

    private static IEnumerable<string> Actions(ResourceGraph graph, string function)
    {
        var role = graph.Named("aws:iam/role:Role", $"{function}-role").Outputs["id"]!.ToString();
        return graph.OfType("aws:iam/rolePolicy:RolePolicy")
            .Where(policy => policy.Inputs["role"]!.ToString() == role)
            .SelectMany(policy => policy.Json("policy")["Statement"]!.AsArray())
            .SelectMany(statement => statement!["Action"]!.AsArray())
            .Select(action => action!.ToString())
            .Order();
    }
}
