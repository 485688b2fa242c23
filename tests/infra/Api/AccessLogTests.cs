namespace WorkoutLog.Infra.Tests.Api;

public class AccessLogTests
{
    private static readonly JsonObject _format = JsonNode.Parse(AccessLog.Format)!.AsObject();

    [Theory]
    [InlineData("$context.requestId")]
    [InlineData("$context.extendedRequestId")]
    [InlineData("$context.identity.caller")]
    [InlineData("$context.identity.userArn")]
    [InlineData("$context.identity.sourceIp")]
    [InlineData("$context.httpMethod")]
    [InlineData("$context.resourcePath")]
    [InlineData("$context.status")]
    [InlineData("$context.responseLatency")]
    [InlineData("$context.integration.latency")]
    [InlineData("$context.integration.integrationStatus")]
    [InlineData("$context.error.responseType")]
    [InlineData("$context.waf.status")]
    public void Logs_caller_route_and_result(string variable) =>
        Assert.Contains(_format, member => member.Value!.ToString() == variable);

    [Theory]
    [InlineData("$context.path")]
    [InlineData("$input")]
    [InlineData("querystring")]
    [InlineData("header")]
    [InlineData("body")]
    public void Logs_no_personal_data(string part) => Assert.DoesNotContain(part, AccessLog.Format, StringComparison.OrdinalIgnoreCase);

    [Theory, InlineData("error.message"), InlineData("validationErrorString"), InlineData("integration.error"), InlineData("authorize.error")]
    public void Logs_no_message_that_could_forge_a_line(string part) => Assert.DoesNotContain(part, AccessLog.Format, StringComparison.Ordinal);

    [Fact]
    public void Is_one_line_as_API_Gateway_requires() => Assert.DoesNotContain('\n', AccessLog.Format);

    [Fact]
    public void Quotes_each_value_because_an_absent_one_is_a_dash() =>
        Assert.All(_format, member => Assert.StartsWith("$context.", member.Value!.GetValue<string>(), StringComparison.Ordinal));
}
