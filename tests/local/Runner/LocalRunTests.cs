using System.Net.Sockets;

namespace WorkoutLog.Local.Tests.Runner;

public sealed class LocalRunTests(SampleRunFixture fixture) : IClassFixture<SampleRunFixture>
{
    private SampleRun Run => fixture.Sample;

    [Fact]
    public async Task Answers_what_the_function_answered()
    {
        using var answer = await Run.SendAsync(HttpMethod.Post, "/workouts", "{}");

        Assert.Equal((HttpStatusCode.Created, "done"), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        Assert.Equal(SampleGraph.AliasArn, answer.Header("X-Arn"));
        Assert.NotNull(answer.Header("x-amzn-RequestId"));
        Assert.NotNull(answer.Header("x-amz-apigw-id"));
    }

    [Fact]
    public async Task Accepts_the_signature_of_the_SDK_over_an_encoded_path_and_a_query()
    {
        using var http = new HttpClient();
        using var request = Callers.Service.Sign(
            HttpMethod.Get,
            Run.Url,
            "/stats/{userId}",
            parameters: new Dictionary<string, string> { ["userId"] = "us-east-1:ä b/c" },
            query: new Dictionary<string, string> { ["to"] = "2026-11", ["from"] = "a+b c" });

        using var answer = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    [Theory]
    [InlineData("crash")]
    [InlineData("malformed")]
    [InlineData("fail")]
    public async Task Answers_502_for_a_function_that_does_not_answer(string body)
    {
        using var answer = await Run.SendAsync(HttpMethod.Post, "/workouts", body);

        Assert.Equal((HttpStatusCode.BadGateway, """{"message":"Internal server error"}"""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Refuses_an_unsigned_request_and_an_unknown_path_as_API_Gateway_does()
    {
        using var http = new HttpClient();
        using var unknown = await Run.SendAsync(HttpMethod.Get, "/nowhere");
        using var unsigned = await http.PostAsync(new Uri(Run.Url, "/workouts"), new StringContent("{}"));

        await AssertErrorAsync(unknown, HttpStatusCode.Forbidden, "MissingAuthenticationTokenException", """{"message":"Missing Authentication Token"}""");
        await AssertErrorAsync(unsigned, HttpStatusCode.Forbidden, "MissingAuthenticationTokenException", """{"message":"Missing Authentication Token"}""");
    }

    [Theory]
    [InlineData("LOCALSERVICE", "wrong", "InvalidSignatureException", "The request signature we calculated does not match")]
    [InlineData("NOBODY", "x", "UnrecognizedClientException", "The security token included in the request is invalid.")]
    [InlineData("LOCALSTRANGER", "local-stranger-secret", "AccessDeniedException", "User: arn:aws:iam::123456789012:user/local-stranger is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:us-east-1:********9012:api1234567/v1/POST/workouts\"}")]
    public async Task Refuses_a_caller_without_a_signature_or_a_policy(string key, string secret, string type, string message)
    {
        using var answer = await Run.SendAsync(HttpMethod.Post, "/workouts", "{}", new AwsSdkSigner(key, secret, "us-east-1", "execute-api"));

        Assert.Equal((HttpStatusCode.Forbidden, type), (answer.StatusCode, answer.Header("x-amzn-ErrorType")));
        Assert.Contains(message, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, Cases]
    public async Task Rejects_malformed_HTTP_as_API_Gateway_does(string request)
    {
        var (head, body) = await SendRawAsync(request);

        Assert.StartsWith("HTTP/1.1 400 Bad Request\r\n", head, StringComparison.Ordinal);
        Assert.Contains("\r\nx-amzn-ErrorType: BadRequestException", head, StringComparison.Ordinal);
        Assert.Contains("\r\nx-amzn-RequestId: ", head, StringComparison.Ordinal);
        Assert.Equal("""{"message":"Bad Request"}""", body);
        Assert.DoesNotContain(Run.Log, line => line.Contains("   at ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Answers_500_for_a_route_without_a_permission()
    {
        using var answer = await Run.SendAsync(HttpMethod.Delete, "/workouts");

        await AssertErrorAsync(answer, HttpStatusCode.InternalServerError, "InternalServerErrorException", """{"message":"Internal server error"}""");
        Assert.Contains($"No aws:lambda/permission:Permission lets API Gateway invoke {SampleGraph.AliasArn} for DELETE /workouts", Run.Log);
    }

    [Fact]
    public async Task Does_not_start_on_a_busy_port_or_at_a_version_that_is_not_published()
    {
        var port = Run.Url.Port;
        var busy = await Refusal.OfAsync(() => SampleRun.StartAsync(configure: options => options with { Port = port }));
        var unpublished = await Refusal.OfAsync(() => SampleRun.StartAsync(graph => graph.Changed(LambdaAliasType.Token, alias => alias.Inputs["functionVersion"] = "7")));

        Assert.Equal($"Port {port} of 127.0.0.1 is in use. Fix: stop the process that uses it, or run ./workout up --port 0, which takes any free port.", busy);
        Assert.StartsWith($"ResourceNotFoundException: Function not found: {SampleGraph.FunctionArn}:7. ", unpublished, StringComparison.Ordinal);
    }

    // The documentation uses curl, which signs differently.
    [Theory]
    [InlineData("/stats/athlete-1")]
    [InlineData("/stats/us-east-1:1234")]
    [InlineData("/stats/a%20b%2Fc")]
    [InlineData("/stats/u?to=2026-11&from=2026-01&groupBy=type")]
    [InlineData("/stats/u?cursor=a%2Fb%3D%3D&flag")]
    [InlineData("/workouts", "-H", "Content-Type: application/json", "-d", """{"note":"é"}""")]
    public async Task Accepts_requests_signed_by_curl(string path, params string[] body)
    {
        string[] signed = ["-sS", "--aws-sigv4", "aws:amz:us-east-1:execute-api", "--user", "LOCALSERVICE:local-service-secret", "-w", " %{http_code}", .. body];
        using var curl = Process.Start(new ProcessStartInfo("curl", [.. signed, Run.Url.GetLeftPart(UriPartial.Authority) + path]) { RedirectStandardOutput = true })!;

        Assert.Equal("done 201", await curl.StandardOutput.ReadToEndAsync());
        await curl.WaitForExitAsync();
    }

    // The connection stays open, like that of a stalled client.
    private async Task<(string Head, string Body)> SendRawAsync(string request)
    {
        using var client = new TcpClient("127.0.0.1", Run.Url.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        var answer = (await new StreamReader(client.GetStream()).ReadToEndAsync()).Split("\r\n\r\n");
        return (answer[0], answer[1]);
    }

    private static async Task AssertErrorAsync(HttpResponseMessage answer, HttpStatusCode status, string type, string body) => Assert.Equal(
        (status, type, body), (answer.StatusCode, answer.Header("x-amzn-ErrorType"), await answer.Content.ReadAsStringAsync()));
}
