namespace WorkoutLog.Local.Tests.Runner;

public sealed class LocalRunTests(EchoRunFixture run) : IClassFixture<EchoRunFixture>
{
    private static readonly AwsSdkSigner _service = new("LOCALSERVICE", "local-service-secret", "us-east-1", "execute-api");

    [Fact]
    public async Task Answers_what_the_function_answered()
    {
        using var answer = await PostAsync(_service, "{}");

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal("done", await answer.Content.ReadAsStringAsync());
        Assert.Equal(SampleGraph.AliasArn, answer.Headers.GetValues("X-Arn").Single());
        Assert.True(answer.Headers.Contains("x-amzn-RequestId"));
        Assert.True(answer.Headers.Contains("x-amz-apigw-id"));
    }

    [Fact]
    public async Task Takes_the_signature_of_the_SDK_over_an_encoded_path_and_a_query()
    {
        using var request = _service.Sign(
            HttpMethod.Get,
            run.Url,
            "/stats/{userId}",
            parameters: new Dictionary<string, string> { ["userId"] = "us-east-1:ä b/c" },
            query: new Dictionary<string, string> { ["to"] = "2026-11", ["from"] = "a+b c" });

        using var answer = await run.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    [Theory]
    [InlineData("crash")]
    [InlineData("malformed")]
    [InlineData("fail")]
    public async Task Answers_502_for_a_function_that_does_not_answer(string body)
    {
        using var answer = await PostAsync(_service, body);

        Assert.Equal((HttpStatusCode.BadGateway, """{"message":"Internal server error"}"""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Refuses_an_unsigned_request_and_an_unknown_path_as_API_Gateway_does()
    {
        using var request = _service.Sign(HttpMethod.Get, run.Url, "/nowhere");
        using var unknown = await run.Http.SendAsync(request);
        using var unsigned = await run.Http.PostAsync(new Uri(run.Url, "/workouts"), new StringContent("{}"));

        await AssertErrorAsync(unknown, HttpStatusCode.Forbidden, "MissingAuthenticationTokenException", """{"message":"Missing Authentication Token"}""");
        await AssertErrorAsync(unsigned, HttpStatusCode.Forbidden, "MissingAuthenticationTokenException", """{"message":"Missing Authentication Token"}""");
    }

    [Theory]
    [InlineData("LOCALSERVICE", "wrong", "InvalidSignatureException", "The request signature we calculated does not match")]
    [InlineData("NOBODY", "x", "UnrecognizedClientException", "The security token included in the request is invalid.")]
    [InlineData("LOCALSTRANGER", "local-stranger-secret", "AccessDeniedException", "User: arn:aws:iam::123456789012:user/local-stranger is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:us-east-1:********9012:api1234567/v1/POST/workouts\"}")]
    public async Task Refuses_a_caller_without_a_signature_or_a_policy(string key, string secret, string type, string message)
    {
        using var answer = await PostAsync(new AwsSdkSigner(key, secret, "us-east-1", "execute-api"), "{}");

        Assert.Equal((HttpStatusCode.Forbidden, type), (answer.StatusCode, answer.Headers.GetValues("x-amzn-ErrorType").Single()));
        Assert.Contains(message, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_500_for_a_route_without_a_permission()
    {
        using var request = _service.Sign(HttpMethod.Delete, run.Url, "/workouts");
        using var answer = await run.Http.SendAsync(request);

        await AssertErrorAsync(answer, HttpStatusCode.InternalServerError, "InternalServerErrorException", """{"message":"Internal server error"}""");
        Assert.Contains($"No aws:lambda/permission:Permission lets API Gateway invoke {SampleGraph.AliasArn} for DELETE /workouts", run.Log);
    }

    [Fact]
    public async Task Says_that_a_port_is_busy()
    {
        using var code = ShellFunction.Create();
        var options = new LocalRunOptions(code.Repository, run.Url.Port, _ => { }, TimeProvider.System);

        var error = await Refusal.OfAsync(() => LocalRun.StartAsync(SampleGraph.Stack(), options, CancellationToken.None));

        Assert.Equal(
            $"Port {run.Url.Port} of 127.0.0.1 is busy. Stop what listens there, or take another: ./workout up --port 0 takes any free one.",
            error);
    }

    [Fact]
    public async Task Refuses_to_start_at_a_version_that_is_not_published()
    {
        using var code = ShellFunction.Create();
        var graph = code.PackInto(SampleGraph.Stack());
        graph.OfType(LambdaAliasType.Token).Single().Inputs["functionVersion"] = "7";

        var error = await Refusal.OfAsync(() =>
            LocalRun.StartAsync(graph, new LocalRunOptions(code.Repository, 0, _ => { }, TimeProvider.System), CancellationToken.None));

        Assert.StartsWith($"ResourceNotFoundException: Function not found: {SampleGraph.FunctionArn}:7. ", error, StringComparison.Ordinal);
    }

    // curl is what the documentation shows, and it signs in its own way.
    [Theory]
    [InlineData("/stats/athlete-1")]
    [InlineData("/stats/us-east-1:1234")]
    [InlineData("/stats/a%20b%2Fc")]
    [InlineData("/stats/u?to=2026-11&from=2026-01&groupBy=type")]
    [InlineData("/stats/u?cursor=a%2Fb%3D%3D&flag")]
    public async Task Takes_a_GET_that_curl_signed(string path) => Assert.Equal("201", await CurlAsync("-o", "/dev/null", "-w", "%{http_code}", UrlOf(path)));

    [Fact]
    public async Task Takes_a_POST_that_curl_signed() =>
        Assert.Equal("done", await CurlAsync("-H", "Content-Type: application/json", "-d", """{"note":"é"}""", UrlOf("/workouts")));

    private async Task<HttpResponseMessage> PostAsync(AwsSdkSigner signer, string body)
    {
        using var request = signer.Sign(HttpMethod.Post, run.Url, "/workouts", Encoding.UTF8.GetBytes(body));
        return await run.Http.SendAsync(request);
    }

    private static async Task AssertErrorAsync(HttpResponseMessage answer, HttpStatusCode status, string type, string body)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(type, answer.Headers.GetValues("x-amzn-ErrorType").Single());
        Assert.Equal(body, await answer.Content.ReadAsStringAsync());
    }

    private string UrlOf(string path) => run.Url.GetLeftPart(UriPartial.Authority) + path;

    private static async Task<string> CurlAsync(params string[] arguments)
    {
        string[] signed = ["-sS", "--aws-sigv4", "aws:amz:us-east-1:execute-api", "--user", "LOCALSERVICE:local-service-secret", .. arguments];
        using var curl = Process.Start(new ProcessStartInfo("curl", signed) { RedirectStandardOutput = true })!;
        var output = await curl.StandardOutput.ReadToEndAsync();
        await curl.WaitForExitAsync();
        return output;
    }
}
