namespace WorkoutLog.Local.Tests.Runner.Api;

public sealed class MockIntegrationTests
{
    [Fact]
    public void Answers_status_headers_and_body_of_the_response_that_the_request_template_asks_for()
    {
        var (answer, error) = Answer(SampleGraph.Mock(405, "'GET, PUT'"), Calls.Of("PATCH", "/workouts/u"));

        Assert.Null(error);
        Assert.Equal((405, "application/json"), (answer!.Status, answer.MediaType));
        Assert.Equal([KeyValuePair.Create("Allow", "GET, PUT")], answer.Headers.AsEnumerable());
        Assert.Equal("""{"status":405,"requestId":"request-1","path":"/{rest+}"}""", answer.Body);
    }

    [Theory]
    [InlineData("4\\d\\d", 410)]
    [InlineData("default", 410)]
    [InlineData("40", null)]
    public void Uses_the_response_whose_pattern_matches_the_status(string pattern, int? expected)
    {
        var mock = SampleGraph.Mock(404);
        mock["responses"] = new JsonObject { [pattern] = new JsonObject { ["statusCode"] = 410 } };

        var (answer, error) = Answer(mock, Calls.Of("GET", "/nowhere"));

        Assert.Equal((expected, expected is null ? ApiError.BadConfiguration : null), (answer?.Status, error));
    }

    [Theory]
    [InlineData("application/json; charset=utf-8", "when_no_match", null, 404)]
    [InlineData("text/plain", "never", "UNSUPPORTED_MEDIA_TYPE", null)]
    [InlineData("text/plain", "when_no_templates", "UNSUPPORTED_MEDIA_TYPE", null)]
    [InlineData("text/plain", "when_no_match", "API_CONFIGURATION_ERROR", null)]
    public void Treats_a_body_of_another_type_as_declared(string contentType, string passthrough, string? error, int? status)
    {
        var mock = SampleGraph.Mock(404);
        mock["passthroughBehavior"] = passthrough;

        var (answer, refused) = Answer(mock, Calls.Of("POST", "/nowhere", body: Encoding.UTF8.GetBytes("hello"), headers: ("Content-Type", [contentType])));

        Assert.Equal((status, error), (answer?.Status, refused?.ResponseType));
    }

    [Theory]
    [InlineData("https://one.example", "https://one.example")]
    [InlineData("https://two.example", "https://two.example")]
    [InlineData("https://three.example", "https://one.example")]
    [InlineData(null, "https://one.example")]
    public void A_template_may_set_a_header_by_a_parameter_of_the_request(string? origin, string expected)
    {
        var mock = SampleGraph.Mock(404, "'https://one.example'");
        mock["responses"]!["404"]!["responseTemplates"]!["application/json"] =
            """#if($input.params("Origin") == "https://two.example" || $input.params("origin") == "https://two.example")#set($context.responseOverride.header.Allow = "https://two.example")#end""";

        var (answer, _) = Answer(mock, origin is null ? Calls.Of("OPTIONS", "/x") : Calls.Of("OPTIONS", "/x", headers: ("origin", [origin])));

        Assert.Equal(expected, answer!.Headers[^1].Value);
        Assert.Equal("", answer.Body);
    }

    [Theory]
    [InlineData("request", "{#if($input.params('x') == 1) \"statusCode\": 200 #end}", "the request template {#if($input.params('x') == 1) \"statusCode\": 200 #end}; a local run supports only JSON with a number as its statusCode: {\"statusCode\": 404}.")]
    [InlineData("response", "$input.json('$.a')", "a template with '$input.json'; a local run supports only $context.accountId, ")]
    [InlineData("response", "#set($x = 1)", "a template with '#set'; a local run supports only $context.accountId, ")]
    [InlineData("response", "$context.authorizer.claims", "a template with '$context.authorizer.claims'; a local run supports only $context.accountId, ")]
    [InlineData("response", "${context.requestId}", "a template with '${context.requestId'; a local run supports only $context.accountId, ")]
    [InlineData("header", "integration.response.header.Allow", "the response parameter method.response.header.Allow = integration.response.header.Allow; a local run supports only headers with values in single quotes.")]
    public void Rejects_unsupported_templates_and_parameters(string place, string template, string expected)
    {
        var mock = SampleGraph.Mock(404, place == "header" ? template : null);
        if (place != "header")
        {
            (place == "request" ? mock["requestTemplates"] : mock["responses"]!["404"]!["responseTemplates"])!["application/json"] = template;
        }

        Assert.StartsWith($"GET /x of the API has {expected}", Refusal.Of(() => MockIntegrations.Read(mock, "GET /x")), StringComparison.Ordinal);
    }

    private static (GatewayAnswer? Answer, ApiError? Error) Answer(JsonObject integration, ApiCall call)
    {
        var mock = MockIntegrations.Read(integration, "ANY /{rest+}");
        return MockIntegrations.Answer(mock, call, new RouteMatch(new ApiRoute("ANY", "/{rest+}", RequiresIam: true, mock), ImmutableDictionary<string, string>.Empty));
    }
}
