using System.Security.Cryptography;
using System.Text;

namespace WorkoutLog.Infra.Tests.Components;

public class WorkoutApiTests
{
    private const string RestApi = "aws:apigateway/restApi:RestApi";
    private const string Stage = "aws:apigateway/stage:Stage";
    private const string Deployment = "aws:apigateway/deployment:Deployment";

    [Fact]
    public async Task Each_method_is_authorised_by_IAM_and_calls_the_alias_of_its_function()
    {
        var graph = await ProgramRun.OfAsync("dev");

        var body = graph.Only(RestApi).Json("body");
        foreach (var route in Routes.All)
        {
            var operation = body.OperationOf(route);
            var alias = graph.Named("aws:lambda/alias:Alias", $"{route.Function}-live").Outputs;
            Assert.Equal("""[{"sigv4":[]}]""", operation["security"]!.ToJsonString());
            Assert.Equal(alias["invokeArn"]!.ToString(), operation["x-amazon-apigateway-integration"]!["uri"]!.ToString());
        }
    }

    [Fact]
    public async Task Only_routes_may_invoke_the_alias()
    {
        var graph = await ProgramRun.OfAsync("dev");

        var executionArn = graph.Only(RestApi).Outputs["executionArn"];
        var permissions = graph.OfType("aws:lambda/permission:Permission");
        Assert.Equal(
            Routes.All.SelectMany(route => route.ArnSuffixes).Select(suffix => $"{executionArn}/v1/{suffix}").Order(),
            permissions.Select(permission => permission.Inputs["sourceArn"]!.ToString()).Order());
        Assert.All(permissions, permission => Assert.Equal("live", permission.Inputs["qualifier"]!.ToString()));
        Assert.All(permissions, permission => Assert.Equal("apigateway.amazonaws.com", permission.Inputs["principal"]!.ToString()));
    }

    [Fact]
    public async Task A_changed_policy_triggers_a_deployment_of_the_same_body()
    {
        var all = (await ProgramRun.OfAsync("dev")).Only(Deployment).Inputs["triggers"]!;
        var some = (await ProgramRun.OfAsync("dev", ("allowedNetworks", """["192.0.2.0/24"]"""))).Only(Deployment).Inputs["triggers"]!;

        Assert.Matches("^[0-9a-f]{64}$", all["body"]!.ToString());
        Assert.Equal(all["body"]!.ToString(), some["body"]!.ToString());
        Assert.Matches("^[0-9a-f]{64}$", all["policy"]!.ToString());
        Assert.NotEqual(all["policy"]!.ToString(), some["policy"]!.ToString());
    }

    [Fact]
    public async Task Each_input_of_the_API_triggers_a_deployment()
    {
        var graph = await ProgramRun.OfAsync("dev");

        var (api, triggers) = (graph.Only(RestApi).Inputs, graph.Only(Deployment).Inputs["triggers"]!.AsObject());
        Assert.Equal(api.Select(input => input.Key).Where(name => name != "tags"), triggers.Select(trigger => trigger.Key));
        Assert.All(["body", "policy", "description"], name =>
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(api[name]!.ToString()))), triggers[name]!.ToString()));
        Assert.All(triggers, trigger => Assert.Matches("^[0-9a-f]{64}$", trigger.Value!.ToString()));
    }

    // Otherwise the default endpoint would stay enabled until the next deployment.
    [Fact]
    public async Task A_domain_disables_the_default_endpoint_with_a_new_deployment()
    {
        var before = (await ProgramRun.OfAsync("dev")).Only(Deployment).Inputs["triggers"]!.AsObject();
        var after = (await ProgramRun.OfAsync(
            "dev", ("domainName", "api.example.org"), ("certificateArn", "arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012"))).Only(Deployment).Inputs["triggers"]!.AsObject();

        Assert.Equal(
            ["disableExecuteApiEndpoint"],
            after.Where(trigger => !JsonNode.DeepEquals(trigger.Value, before[trigger.Key])).Select(trigger => trigger.Key));
    }

    [Fact]
    public void A_changed_route_changes_the_body()
    {
        var arns = Routes.All.Select(route => route.Function).Distinct().ToDictionary(function => function, function => $"arn:of:{function}");

        var bodies = Routes.All.Select(gone => ApiGatewayBody.Create(Routes.Definition with { Routes = Routes.All.Remove(gone) }, arns)).Append(ApiGatewayBody.Create(Routes.Definition, arns));

        Assert.Equal(Routes.All.Length + 1, bodies.Distinct().Count());
    }

    [Fact]
    public async Task The_stage_serves_the_deployment_and_logs_access()
    {
        var graph = await ProgramRun.OfAsync("dev");

        var stage = graph.Only(Stage).Inputs;
        Assert.Equal(graph.Only(Deployment).Outputs["id"]!.ToString(), stage["deployment"]!.ToString());
        Assert.Equal("v1", stage["stageName"]!.ToString());
        Assert.True(stage["xrayTracingEnabled"]!.GetValue<bool>());
        Assert.Equal(AccessLog.Format, stage["accessLogSettings"]!["format"]!.ToString());
    }

    [Fact]
    public async Task Tracing_of_the_stage_follows_the_setting()
    {
        var graph = await ProgramRun.OfAsync("dev", ("tracing", "false"));

        Assert.False(graph.Only(Stage).Inputs["xrayTracingEnabled"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_deployment_is_created_before_the_old_one_is_deleted()
    {
        var graph = await ProgramRun.OfAsync("prod");

        Assert.False(graph.Only(Deployment).Options.DeleteBeforeReplace);
        Assert.False(graph.Only(Stage).Options.DeleteBeforeReplace);
    }

    [Theory]
    [InlineData("false", "ERROR", "basic", "false")]
    [InlineData("true", "INFO", "detailed", "true")]
    public async Task Settings_apply_to_every_method(string everyExecution, string level, string monitoring, string metrics)
    {
        var graph = await ProgramRun.OfAsync("dev", ("throttleRate", "12.5"), ("throttleBurst", "40"), ("apiLogEveryExecution", everyExecution), ("monitoring", monitoring));

        var methods = graph.Only("aws:apigateway/methodSettings:MethodSettings").Inputs;
        Assert.Equal("*/*", methods["methodPath"]!.ToString());
        Assert.Equal("v1", methods["stageName"]!.ToString());
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse($$"""
                {"metricsEnabled":{{metrics}},"loggingLevel":"{{level}}","dataTraceEnabled":false,"cachingEnabled":false,"throttlingRateLimit":12.5,"throttlingBurstLimit":40}
                """),
            methods["settings"]));
    }

    [Fact]
    public async Task Other_networks_are_denied()
    {
        var graph = await ProgramRun.OfAsync("dev", ("allowedNetworks", """["192.0.2.0/24","2001:db8::/32"]"""));

        var refusal = graph.Only(RestApi).Json("policy")["Statement"]![2]!;
        Assert.Equal("Deny", refusal["Effect"]!.ToString());
        Assert.Equal("""{"NotIpAddress":{"aws:SourceIp":["192.0.2.0/24","2001:db8::/32"]}}""", refusal["Condition"]!.ToJsonString());
    }

    [Fact]
    public async Task HEAD_is_answered_wherever_GET_is()
    {
        var body = (await ProgramRun.OfAsync("dev")).Only(RestApi).Json("body");

        foreach (var get in Routes.All.Where(route => route.Method == "GET"))
        {
            var operation = body.OperationOf(get);
            var head = body["paths"]![get.Path]!["head"]!;
            Assert.All(
                ["parameters", "security", "x-amazon-apigateway-request-validator", "x-amazon-apigateway-integration"],
                part => Assert.True(JsonNode.DeepEquals(operation[part], head[part])));
        }
    }

    [Fact]
    public async Task Without_origins_there_are_no_CORS_headers()
    {
        var graph = await ProgramRun.OfAsync("dev");

        Assert.DoesNotContain("Access-Control", graph.Only(RestApi).Json("body").ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("OPTIONS", graph.Only(RestApi).Json("policy").ToJsonString(), StringComparison.Ordinal);
        Assert.All(graph.OfType("aws:lambda/function:Function"), function =>
            Assert.Null(function.Inputs["environment"]!["variables"]!["ALLOWED_ORIGINS"]));
    }

    [Fact]
    public async Task Functions_and_API_Gateway_have_the_same_origins()
    {
        var graph = await ProgramRun.OfAsync("dev", ("allowedOrigins", """["https://app.example.org","http://localhost:5173"]"""));

        Assert.All(graph.OfType("aws:lambda/function:Function"), function =>
            Assert.Equal("https://app.example.org http://localhost:5173", function.Inputs["environment"]!["variables"]!["ALLOWED_ORIGINS"]!.ToString()));
        Assert.Contains("http://localhost:5173", graph.Only(RestApi).Json("body").ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("AllowPreflight", graph.Only(RestApi).Json("policy").ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_network_in_IPv6_can_reach_the_API()
    {
        var graph = await ProgramRun.OfAsync("dev");

        Assert.Equal("""{"ipAddressType":"dualstack","types":"REGIONAL"}""", Sorted(graph.Only(RestApi).Inputs["endpointConfiguration"]!));
    }

    [Fact]
    public async Task Endpoints_include_the_stage()
    {
        var graph = await ProgramRun.OfAsync("dev");

        var url = graph.Only(Stage).Outputs["invokeUrl"]!.ToString();
        Assert.False(graph.Only(RestApi).Inputs["disableExecuteApiEndpoint"]!.GetValue<bool>());
        Assert.Equal(url, graph.Outputs["apiUrl"]!.ToString());
        Assert.Equal($"{url}/workouts", graph.Outputs["endpoints"]!["POST /workouts"]!.ToString());
        Assert.Equal($"{url}/stats/{{userId}}", graph.Outputs["endpoints"]!["GET /stats/{userId}"]!.ToString());
    }

    private static string Sorted(JsonNode map) =>
        new JsonObject(map.AsObject().OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))).ToJsonString();
}
