using System.Globalization;
using System.Text.Json;
using WorkoutLog.Contracts;

namespace WorkoutLog.Infra.Tests.Api;

public class GatewayResponsesTests
{
    private static readonly JsonObject _responses = JsonNode.Parse(ApiGatewayBody.Create(Routes.Definition with { Routes = [] }, new Dictionary<string, string>()))!
        ["x-amazon-apigateway-gateway-responses"]!.AsObject();

    public static TheoryData<string> Types => [.. _responses.Select(response => response.Key)];

    [Theory]
    [InlineData("BAD_REQUEST_PARAMETERS", 400, "invalid-request")]
    [InlineData("ACCESS_DENIED", 403, "access-denied")]
    [InlineData("MISSING_AUTHENTICATION_TOKEN", 403, "not-signed")]
    [InlineData("INVALID_SIGNATURE", 403, "invalid-signature")]
    [InlineData("EXPIRED_TOKEN", 403, "expired-credentials")]
    [InlineData("WAF_FILTERED", 403, "filtered")]
    [InlineData("RESOURCE_NOT_FOUND", 404, "route-not-found")]
    [InlineData("REQUEST_TOO_LARGE", 413, "body-too-large")]
    [InlineData("UNSUPPORTED_MEDIA_TYPE", 415, "unsupported-media-type")]
    [InlineData("THROTTLED", 429, "too-many-requests")]
    [InlineData("INTEGRATION_FAILURE", 504, "no-answer")]
    [InlineData("INTEGRATION_TIMEOUT", 504, "no-answer")]
    public void A_response_type_has_its_status_and_problem_kind(string type, int status, string slug)
    {
        var problem = Answer(type);

        Assert.Equal(status.ToString(CultureInfo.InvariantCulture), _responses[type]!["statusCode"]!.ToString());
        Assert.Equal(status, problem["status"]!.GetValue<int>());
        Assert.Equal($"urn:workout-log:problem:{slug}", problem["type"]!.ToString());
    }

    [Theory]
    [InlineData("DEFAULT_4XX", "refused")]
    [InlineData("DEFAULT_5XX", "internal-error")]
    public void A_default_response_keeps_its_status_and_omits_it_in_the_body(string type, string slug)
    {
        var problem = Answer(type);

        Assert.Null(_responses[type]!["statusCode"]);
        Assert.False(problem.ContainsKey("status"));
        Assert.Equal($"urn:workout-log:problem:{slug}", problem["type"]!.ToString());
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Each_response_is_a_problem_like_those_of_the_functions(string type)
    {
        var headers = _responses[type]!["responseParameters"]!;
        var problem = Answer(type);

        Assert.Equal("'application/problem+json'", headers["gatewayresponse.header.Content-Type"]!.ToString());
        Assert.Equal("'no-store'", headers["gatewayresponse.header.Cache-Control"]!.ToString());
        problem["status"] ??= 418;
        var read = problem.Deserialize<Problem>(JsonSerializerOptions.Web)!;
        Assert.Equal("7d4f", read.RequestId);
        Assert.NotEmpty(read.Title);
        Assert.NotEmpty(read.Detail!);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_client_gets_the_same_response(string type)
    {
        var templates = _responses[type]!["responseTemplates"]!.AsObject();

        Assert.Equal(["application/json", "application/problem+json"], templates.Select(template => template.Key));
        Assert.Single(templates.Select(template => template.Value!.ToString()).Distinct());
    }

    [Fact]
    public void Only_an_invalid_signature_returns_the_server_time() => Assert.Equal(
        [("INVALID_SIGNATURE", "09/May/2026:07:30:00 +0000")],
        _responses.Select(response => (response.Key, Answer(response.Key)["serverTime"]?.ToString())).Where(answer => answer.Item2 is not null));

    [Theory]
    [InlineData("BAD_REQUEST_PARAMETERS")]
    [InlineData("INVALID_SIGNATURE")]
    [InlineData("DEFAULT_4XX")]
    public void API_Gateways_messages_are_already_quoted(string type) =>
        Assert.Equal("Missing required request parameters: [\"userId\"]", Answer(type)["detail"]!.ToString());

    [Fact]
    public void Only_too_many_requests_has_Retry_After()
    {
        var withRetry = _responses.Where(response => response.Value!["responseParameters"]!["gatewayresponse.header.Retry-After"] is not null);

        var (type, response) = Assert.Single(withRetry);
        Assert.Equal("THROTTLED", type);
        Assert.Equal("'1'", response!["responseParameters"]!["gatewayresponse.header.Retry-After"]!.ToString());
    }

    /// <summary>The response as API Gateway renders the template: it only replaces variables.</summary>
    private static JsonObject Answer(string type) => JsonNode.Parse(_responses[type]!["responseTemplates"]!["application/json"]!.ToString()
        .Replace("$context.error.messageString", "\"Missing required request parameters: [\\\"userId\\\"]\"", StringComparison.Ordinal)
        .Replace("$context.requestTime", "09/May/2026:07:30:00 +0000", StringComparison.Ordinal)
        .Replace("$context.requestId", "7d4f", StringComparison.Ordinal))!.AsObject();
}
