namespace WorkoutLog.Infra.Tests.Controls;

public class ApiControls
{
    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Every_method_is_authorised(string stack)
    {
        Assert.All(await OperationsAsync(stack), operation => Assert.Equal("""[{"sigv4":[]}]""", operation["security"]!.ToJsonString()));
    }

    // Browsers do not sign preflights.
    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Only_preflights_are_unsigned(string stack)
    {
        var graph = await ProgramRun.OfAsync(stack, ("allowedOrigins", """["https://app.example.org"]"""));
        var api = graph.Only("aws:apigateway/restApi:RestApi");

        var open = api.Json("body")["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Where(operation => operation.Value!["security"] is null).ToArray();
        Assert.All(open, operation => Assert.Equal(("options", "mock"), (operation.Key, operation.Value!["x-amazon-apigateway-integration"]!["type"]!.ToString())));
        Assert.Equal(Routes.All.Select(route => route.Path).Distinct().Count(), open.Length);
        var allow = Assert.Single(api.Json("policy")["Statement"]!.AsArray(), statement =>
            statement!["Effect"]!.ToString() == "Allow" && statement["Principal"]!["AWS"]!.ToString() == "*")!;
        Assert.Equal("""["arn:aws:execute-api:us-east-1:123456789012:*/v1/OPTIONS/*"]""", allow["Resource"]!.ToJsonString());
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Requests_are_validated_on_every_method(string stack)
    {
        var body = (await ProgramRun.OfAsync(stack)).Only("aws:apigateway/restApi:RestApi").Json("body");

        var validators = body["x-amazon-apigateway-request-validators"]!.AsObject();
        Assert.All(Operations(body), operation =>
        {
            var name = (operation["x-amazon-apigateway-request-validator"] ?? body["x-amazon-apigateway-request-validator"])!.ToString();
            Assert.True(validators[name]!["validateRequestBody"]!.GetValue<bool>());
            Assert.True(validators[name]!["validateRequestParameters"]!.GetValue<bool>());
        });
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Access_log_is_JSON_with_the_request_id(string stack)
    {
        var graph = await ProgramRun.OfAsync(stack);

        var settings = graph.Only("aws:apigateway/stage:Stage").Inputs["accessLogSettings"]!;
        var format = JsonNode.Parse(settings["format"]!.ToString())!.AsObject();
        Assert.Contains(format, member => member.Value?.ToString() == "$context.requestId");
        Assert.Contains(graph.OfType("aws:cloudwatch/logGroup:LogGroup"), group => group.Outputs["arn"]!.ToString() == settings["destinationArn"]!.ToString());
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Execution_log_is_on_and_data_trace_is_off(string stack)
    {
        var settings = (await ProgramRun.OfAsync(stack)).Only("aws:apigateway/methodSettings:MethodSettings").Inputs;

        Assert.Equal("*/*", settings["methodPath"]!.ToString());
        Assert.True(settings["settings"]!["loggingLevel"]!.ToString() is "ERROR" or "INFO");
        Assert.False(settings["settings"]!["dataTraceEnabled"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Metrics_of_each_method_are_on()
    {
        var settings = (await ProgramRun.OfAsync("prod")).Only("aws:apigateway/methodSettings:MethodSettings").Inputs;

        Assert.True(settings["settings"]!["metricsEnabled"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Default_throttle_has_a_rate_and_a_burst(string stack)
    {
        var settings = (await ProgramRun.OfAsync(stack)).Only("aws:apigateway/methodSettings:MethodSettings").Inputs["settings"]!;

        Assert.Equal((100d, 200d), (settings["throttlingRateLimit"]!.GetValue<double>(), settings["throttlingBurstLimit"]!.GetValue<double>()));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task X_Ray_on_the_stage(string stack)
    {
        var stage = (await ProgramRun.OfAsync(stack)).Only("aws:apigateway/stage:Stage");

        Assert.True(stage.Inputs["xrayTracingEnabled"]!.GetValue<bool>());
    }

    [Fact]
    public async Task WAF_on_the_stage()
    {
        var graph = await ProgramRun.OfAsync("prod");

        var association = graph.Only("aws:wafv2/webAclAssociation:WebAclAssociation").Inputs;
        Assert.Equal(graph.Only("aws:apigateway/stage:Stage").Outputs["arn"]!.ToString(), association["resourceArn"]!.ToString());
        Assert.Equal(graph.Only("aws:wafv2/webAcl:WebAcl").Outputs["arn"]!.ToString(), association["webAclArn"]!.ToString());
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Resource_policy_allows_only_the_own_account_over_TLS(string stack)
    {
        var statements = (await ProgramRun.OfAsync(stack)).Only("aws:apigateway/restApi:RestApi").Json("policy")["Statement"]!.AsArray();

        var allow = Assert.Single(statements, statement => statement!["Effect"]!.ToString() == "Allow")!;
        Assert.Equal("arn:aws:iam::123456789012:root", allow["Principal"]!["AWS"]!.ToString());
        // One stage of this API; the caller's own policy limits the rest.
        Assert.Equal("""["arn:aws:execute-api:us-east-1:123456789012:*/v1/*"]""", allow["Resource"]!.ToJsonString());
        Assert.Contains(statements, statement => statement!["Effect"]!.ToString() == "Deny"
            && statement["Condition"]!.ToJsonString().Contains("\"aws:SecureTransport\":", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Custom_domain_uses_TLS_1_2()
    {
        var graph = await ProgramRun.OfAsync(
            "prod",
            ("domainName", "api.example.org"),
            ("certificateArn", "arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012"));

        Assert.Equal("TLS_1_2", graph.Only("aws:apigateway/domainName:DomainName").Inputs["securityPolicy"]!.ToString());
        Assert.Equal("https://api.example.org", graph.Outputs["apiUrl"]!.ToString());
    }

    private static async Task<IEnumerable<JsonNode>> OperationsAsync(string stack) =>
        Operations((await ProgramRun.OfAsync(stack)).Only("aws:apigateway/restApi:RestApi").Json("body"));

    private static List<JsonNode> Operations(JsonObject body) =>
        [.. body["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => operation.Value!))];
}
