using WorkoutLog.Infra.Api;

namespace WorkoutLog.Infra.Tests.Components;

public class WorkoutApiTests
{
    [Fact]
    public async Task Each_method_is_authorised_by_IAM_and_calls_the_alias_of_its_function()
    {
        var graph = await ProgramRun.OfAsync("dev");

        var paths = graph.Only("aws:apigateway/restApi:RestApi").Json("body")["paths"]!;
        foreach (var route in Routes.All)
        {
            var operation = paths[route.Path]![route.Method.ToLowerInvariant()]!;
            var alias = graph.Named("aws:lambda/alias:Alias", $"{route.Function}-live").Outputs;
            Assert.Equal("""[{"sigv4":[]}]""", operation["security"]!.ToJsonString());
            Assert.Equal(alias["invokeArn"]!.ToString(), operation["x-amazon-apigateway-integration"]!["uri"]!.ToString());
        }
    }

    [Fact]
    public async Task Each_route_may_call_the_alias_and_nothing_else_may()
    {
        var graph = await ProgramRun.OfAsync("dev");

        var executionArn = graph.Only("aws:apigateway/restApi:RestApi").Outputs["executionArn"];
        var permissions = graph.OfType("aws:lambda/permission:Permission");
        Assert.Equal(
            Routes.All.Select(route => $"{executionArn}/v1/{route.ArnSuffix}").Order(),
            permissions.Select(permission => permission.Inputs["sourceArn"]!.ToString()).Order());
        Assert.All(permissions, permission => Assert.Equal("live", permission.Inputs["qualifier"]!.ToString()));
        Assert.All(permissions, permission => Assert.Equal("apigateway.amazonaws.com", permission.Inputs["principal"]!.ToString()));
    }

    [Fact]
    public async Task A_changed_body_makes_a_new_deployment()
    {
        var graph = await ProgramRun.OfAsync("dev");
        var other = await ProgramRun.OfAsync("prod");

        var trigger = graph.Only("aws:apigateway/deployment:Deployment").Inputs["triggers"]!["body"]!.ToString();
        Assert.Matches("^[0-9a-f]{64}$", trigger);
        Assert.Equal(graph.Only("aws:apigateway/restApi:RestApi").Inputs["body"]!.ToString() == other.Only("aws:apigateway/restApi:RestApi").Inputs["body"]!.ToString(),
            trigger == other.Only("aws:apigateway/deployment:Deployment").Inputs["triggers"]!["body"]!.ToString());
    }

    [Fact]
    public async Task The_stage_serves_the_deployment()
    {
        var graph = await ProgramRun.OfAsync("dev");

        var stage = graph.Only("aws:apigateway/stage:Stage").Inputs;
        Assert.Equal(graph.Only("aws:apigateway/deployment:Deployment").Outputs["id"]!.ToString(), stage["deployment"]!.ToString());
        Assert.Equal("v1", stage["stageName"]!.ToString());
    }
}
