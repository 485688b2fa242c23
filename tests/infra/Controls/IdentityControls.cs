using WorkoutLog.Local.Graph;

namespace WorkoutLog.Infra.Tests.Controls;

public class IdentityControls
{
    // X-Ray's actions know no resources; docs/controls.md has the waiver.
    private static readonly string[] _withoutResources = ["xray:PutTelemetryRecords", "xray:PutTraceSegments"];

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Exact_actions(string stack)
    {
        var statements = await StatementsAsync(stack);

        Assert.All(statements, statement => Assert.DoesNotContain(statement.Actions, action => action.Contains('*', StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Exact_resources(string stack)
    {
        var statements = await StatementsAsync(stack);

        Assert.All(statements.Where(statement => !statement.Actions.All(_withoutResources.Contains)), statement => Assert.All(statement.Resources, resource =>
        {
            // The streams of a log group and the recovery points of a table have no names that could be known before.
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
    public async Task Each_role_is_taken_by_one_service(string stack)
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
    public async Task No_role_without_a_policy_and_no_policy_without_a_role(string stack)
    {
        var graph = await ProgramRun.OfAsync(stack);

        Assert.Equal(
            graph.OfType("aws:iam/role:Role").Select(role => role.Outputs["id"]!.ToString()).Order(),
            graph.OfType("aws:iam/rolePolicy:RolePolicy").Select(policy => policy.Inputs["role"]!.ToString()).Distinct().Order());
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
