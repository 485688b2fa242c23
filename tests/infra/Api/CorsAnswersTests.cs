namespace WorkoutLog.Infra.Tests.Api;

public class CorsAnswersTests
{
    private static readonly JsonObject _one = Body("https://app.example.org");

    private static readonly JsonObject _two = Body("https://app.example.org", "http://localhost:5173");

    [Fact]
    public void Each_path_of_a_route_answers_preflights_without_a_signature()
    {
        Assert.All(Routes.All, route =>
        {
            var preflight = _one["paths"]![route.Path]!["options"]!;
            Assert.Null(preflight["security"]);
            Assert.Equal("mock", preflight["x-amazon-apigateway-integration"]!["type"]!.ToString());
        });
        Assert.Equal(Routes.All.Select(route => route.Path).Distinct().Count(), _one["paths"]!.AsObject().Count(path => path.Value!["options"] is not null));
    }

    [Fact]
    public void A_preflight_lists_allowed_methods_and_headers()
    {
        Assert.Equal("DELETE, GET, HEAD, PUT", Header("Access-Control-Allow-Methods"));
        Assert.Equal(
            "Authorization, Content-Type, Idempotency-Key, If-Match, X-Amz-Content-Sha256, X-Amz-Date, X-Amz-Security-Token, X-Amz-User-Agent",
            Header("Access-Control-Allow-Headers"));
        Assert.Equal(("7200", "Origin"), (Header("Access-Control-Max-Age"), Header("Vary")));
        Assert.DoesNotContain("Credentials", _two.ToJsonString(), StringComparison.Ordinal);

        static string Header(string name) =>
            Preflight(_one)["responseParameters"]![$"method.response.header.{name}"]!.ToString().Trim('\'');
    }

    [Fact]
    public void One_origin_needs_no_template()
    {
        Assert.Equal("'https://app.example.org'", Preflight(_one)["responseParameters"]!["method.response.header.Access-Control-Allow-Origin"]!.ToString());
        Assert.Equal("", Preflight(_one)["responseTemplates"]!["application/json"]!.ToString());
    }

    [Fact]
    public void The_template_returns_only_origins_of_the_list() => Assert.Equal(
        """
        #if($input.params("Origin") == "http://localhost:5173" || $input.params("origin") == "http://localhost:5173")
        #set($context.responseOverride.header.Access-Control-Allow-Origin = "http://localhost:5173")#end
        """.ReplaceLineEndings(""),
        Preflight(_two)["responseTemplates"]!["application/json"]!.ToString());

    [Theory]
    [InlineData("THROTTLED")]
    [InlineData("ACCESS_DENIED")]
    [InlineData("DEFAULT_5XX")]
    public void Pages_can_read_API_Gateways_errors(string type)
    {
        Assert.Equal("'https://app.example.org'", Header(_one, "Access-Control-Allow-Origin"));
        Assert.Equal("'*'", Header(_two, "Access-Control-Allow-Origin"));
        Assert.Equal("'Origin'", Header(_two, "Vary"));
        Assert.Contains("Retry-After", Header(_two, "Access-Control-Expose-Headers"), StringComparison.Ordinal);

        string Header(JsonObject body, string name) =>
            body["x-amazon-apigateway-gateway-responses"]![type]!["responseParameters"]![$"gatewayresponse.header.{name}"]!.ToString();
    }

    [Fact]
    public void Pages_can_read_responses_to_unknown_paths() => Assert.Equal(
        "'https://app.example.org'",
        _one["paths"]!["/{proxy+}"]!["x-amazon-apigateway-any-method"]!["x-amazon-apigateway-integration"]!["responses"]!["default"]!["responseParameters"]!["method.response.header.Access-Control-Allow-Origin"]!.ToString());

    private static JsonNode Preflight(JsonObject body) =>
        body["paths"]!["/workouts/{userId}/{workoutId}"]!["options"]!["x-amazon-apigateway-integration"]!["responses"]!["default"]!;

    private static JsonObject Body(params string[] origins) => JsonNode.Parse(ApiGatewayBody.Create(
        Routes.Definition,
        Routes.All.Select(route => route.Function).Distinct().ToDictionary(function => function, function => $"arn:of:{function}"),
        [.. origins]))!.AsObject();
}
