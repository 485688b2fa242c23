using Microsoft.AspNetCore.Http;

namespace WorkoutLog.Local.Tests.Runner.Api;

public sealed class GatewayResponsesTests
{
    private static readonly ApiError _tooLong = ApiError.RequestTooLong with { Message = "Too \"long\"" };

    [Fact]
    public async Task Responds_as_AWS_does_if_nothing_is_declared()
    {
        var (response, body) = await AnswerAsync(new JsonObject(), _tooLong);

        Assert.Equal(
            (413, "application/json", "RequestTooLargeException", """{"message":"Too \"long\""}"""),
            (response.StatusCode, response.ContentType, response.Headers["x-amzn-ErrorType"].ToString(), body));
    }

    [Fact]
    public async Task Answers_in_the_declared_form_and_keeps_the_error_type()
    {
        var declared = Declared("""{"detail":$context.error.messageString,"id":"$context.requestId"}""");
        declared["statusCode"] = "499";
        declared["responseParameters"] = JsonNode.Parse("""{"gatewayresponse.header.Content-Type":"'application/problem+json'","gatewayresponse.header.Retry-After":"'1'"}""");

        var (response, body) = await AnswerAsync(new JsonObject { ["REQUEST_TOO_LARGE"] = declared }, _tooLong);

        Assert.Equal(
            (499, "application/problem+json", "1", "RequestTooLargeException", """{"detail":"Too \"long\"","id":"request-1"}"""),
            (response.StatusCode, response.ContentType, response.Headers.RetryAfter.ToString(), response.Headers["x-amzn-ErrorType"].ToString(), body));
    }

    [Fact]
    public async Task Uses_the_default_of_its_class_for_an_undeclared_type()
    {
        var declared = new JsonObject { ["DEFAULT_4XX"] = Declared("client"), ["DEFAULT_5XX"] = Declared("server") };

        ApiError[] errors = [_tooLong, ApiError.BadGateway];
        var answers = await Task.WhenAll(errors.Select(error => AnswerAsync(declared, error)));

        Assert.Equal(
            [(413, "client"), (502, "server")],
            answers.Select(answer => (answer.Response.StatusCode, answer.Body)));
    }

    [Theory]
    [InlineData(null, "json")]
    [InlineData("*/*", "json")]
    [InlineData("text/csv, application/xml;q=0.5", "xml")]
    [InlineData("text/html", "json")]
    public async Task Chooses_the_template_by_what_the_client_accepts(string? accept, string expected)
    {
        var declared = Declared("json");
        declared["responseTemplates"]!["application/xml"] = "xml";

        var (_, body) = await AnswerAsync(new JsonObject { ["REQUEST_TOO_LARGE"] = declared }, _tooLong, accept);

        Assert.Equal(expected, body);
    }

    [Fact]
    public void Rejects_an_unsupported_template() => Assert.StartsWith(
        "The gateway response THROTTLED of the API has a template with '$method.request.header.Host'; a local run supports only $context.accountId, ",
        Refusal.Of(() => new GatewayResponses(Document(new JsonObject { ["THROTTLED"] = Declared("$method.request.header.Host") }))), StringComparison.Ordinal);

    private static JsonObject Declared(string template) => new() { ["responseTemplates"] = new JsonObject { ["application/json"] = template } };

    private static JsonObject Document(JsonObject responses) => new() { ["x-amazon-apigateway-gateway-responses"] = responses.DeepClone() };

    private static async Task<(HttpResponse Response, string Body)> AnswerAsync(JsonObject responses, ApiError error, string? accept = null)
    {
        var response = new DefaultHttpContext().Response;
        using var body = new MemoryStream();
        response.Body = body;
        (string, string[])[] headers = accept is null ? [] : [("Accept", [accept])];

        await new GatewayResponses(Document(responses)).WriteAsync(error, Calls.Of("POST", "/workouts", headers: headers), response);

        return (response, Encoding.UTF8.GetString(body.ToArray()));
    }
}
