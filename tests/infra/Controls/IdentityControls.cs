namespace WorkoutLog.Infra.Tests.Controls;

public class IdentityControls
{
    // These actions support no resource-level permissions; docs/controls.md has the waivers.
    private static readonly string[] _withoutResources = ["dynamodb:ListStreams", "xray:PutTelemetryRecords", "xray:PutTraceSegments"];

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    [InlineData("events")]
    public async Task Exact_actions(string stack)
    {
        var statements = await StatementsAsync(stack);

        Assert.All(statements, statement => Assert.DoesNotContain(statement.Actions, action => action.Contains('*', StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    [InlineData("events")]
    public async Task Exact_resources(string stack)
    {
        var statements = await StatementsAsync(stack);

        Assert.All(statements.Where(statement => !statement.Actions.All(_withoutResources.Contains)), statement => Assert.All(statement.Resources, resource =>
        {
            // The names of log streams and recovery points are not known in advance.
            var exact = resource.StartsWith("arn:aws:logs:", StringComparison.Ordinal) || resource.Contains("/backup/", StringComparison.Ordinal)
                ? resource.TrimEnd('*')
                : resource;
            Assert.StartsWith("arn:aws:", exact, StringComparison.Ordinal);
            Assert.DoesNotContain('*', exact);
        }));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    [InlineData("events")]
    public async Task No_managed_policies(string stack)
    {
        var graph = await ProgramRun.OfAsync(stack);

        Assert.All(graph.OfType("aws:iam/role:Role"), role => Assert.Null(role.Inputs["managedPolicyArns"]));
        Assert.DoesNotContain(graph.Resources, resource =>
            resource.Type.Contains("olicyAttachment", StringComparison.Ordinal) || resource.Type == "aws:iam/policy:Policy");
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    [InlineData("events")]
    public async Task Each_role_is_assumed_by_one_service(string stack)
    {
        var graph = await ProgramRun.OfAsync(stack);

        Assert.All(graph.OfType("aws:iam/role:Role"), role =>
        {
            var statement = Assert.Single(role.Json("assumeRolePolicy")["Statement"]!.AsArray())!;
            Assert.EndsWith(".amazonaws.com", Assert.Single(statement["Principal"]!.AsObject()).Value!.ToString(), StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    [InlineData("events")]
    public async Task No_role_without_a_policy_and_no_policy_without_a_role(string stack)
    {
        var graph = await ProgramRun.OfAsync(stack);

        Assert.Equal(
            graph.OfType("aws:iam/role:Role").Select(role => role.Outputs["id"]!.ToString()).Order(),
            graph.OfType("aws:iam/rolePolicy:RolePolicy").Select(policy => policy.Inputs["role"]!.ToString()).Distinct().Order());
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task New_code_never_serves_before_its_role_has_all_permissions(string stack)
    {
        var graph = await ProgramRun.OfAsync(stack, ("processWorkoutStableVersion", "7"));
        var byUrn = graph.Resources.ToDictionary(resource => resource.Urn);

        Assert.All(graph.OfType("aws:lambda/function:Function"), function =>
        {
            var role = Assert.Single(graph.OfType("aws:iam/role:Role"), role => role.Outputs["arn"]!.ToString() == function.Inputs["role"]!.ToString());
            var rights = graph.OfType("aws:iam/rolePolicy:RolePolicy").Where(policy => policy.Inputs["role"]!.ToString() == role.Outputs["id"]!.ToString());
            var alias = graph.Named("aws:lambda/alias:Alias", $"{function.Name}-live");

            Assert.Subset(Before(function), rights.Select(policy => policy.Urn).ToHashSet());
            Assert.Subset(Before(alias), rights.Select(policy => policy.Urn).Append(function.Urn).ToHashSet());
        });

        HashSet<string> Before(GraphResource resource) =>
            [.. resource.Options.DependsOn.SelectMany(urn => Before(byUrn[urn]).Append(urn))];
    }

    [Theory]
    [InlineData("dev", 2)]
    [InlineData("prod", 2)]
    public async Task A_role_has_one_policy_for_a_table(string stack, int tables)
    {
        var graph = await ProgramRun.OfAsync(stack);

        Assert.All(graph.OfType("aws:lambda/function:Function").Select(function => $"{function.Name}-role"), role => Assert.Equal(
            tables, graph.OfType("aws:iam/rolePolicy:RolePolicy").Count(policy => policy.Name == $"logs-{role}" || policy.Name == $"stats-{role}")));
    }

    private static async Task<List<(string[] Actions, string[] Resources)>> StatementsAsync(string stack)
    {
        ResourceGraph graph = await ProgramRun.OfAsync(stack);
        var statements = graph.OfType("aws:iam/rolePolicy:RolePolicy").SelectMany(policy => policy.Json("policy")["Statement"]!.AsArray())
            .Select(statement => (
                statement!["Action"]!.AsArray().Select(action => action!.ToString()).ToArray(),
                statement["Resource"]!.AsArray().Select(resource => resource!.ToString()).ToArray()))
            .ToList();
        Assert.NotEmpty(statements);
        return statements;
    }
}
