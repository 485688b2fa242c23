using System.Text;
using Microsoft.AspNetCore.Http;
using WorkoutLog.Local.Client;
using WorkoutLog.Local.Runner.Http;
using WorkoutLog.Local.Runner.Iam;

namespace WorkoutLog.Local.Tests.Client;

public sealed class RequestSignerTests : IAsyncLifetime
{
    private LoopbackServer? _server;
    private SignatureVerdict? _verdict;

    public async Task InitializeAsync() => _server = await LoopbackServer.StartAsync(0, VerifyAsync, _ => { }, CancellationToken.None);

    public async Task DisposeAsync() => await _server!.DisposeAsync();

    [Theory]
    [InlineData("GET", "/workouts/athlete-1", null)]
    [InlineData("GET", "/workouts/a%3Ab%40c?from=2026-05-01&to=2026-06-01T00%3A00%3A00%2B02%3A00&b=&a=2&a=1", null)]
    [InlineData("POST", "/workouts", """{"notes":"é – 🏃"}""")]
    public async Task Signs_as_the_runner_verifies(string method, string path, string? body)
    {
        using var client = new ApiClient(_server!.Url, Signer("secret"));

        await client.SendAsync(new HttpMethod(method), path, body, [("x-amz-meta", "a  b"), ("If-Match", "\"3\"")], CancellationToken.None);

        Assert.Equal(new SignatureVerdict.Valid("KEY"), _verdict);
    }

    [Fact]
    public async Task Is_refused_with_another_secret()
    {
        using var client = new ApiClient(_server!.Url, Signer("other"));

        await client.SendAsync(HttpMethod.Get, "/", null, [], CancellationToken.None);

        Assert.IsType<SignatureVerdict.Refused>(_verdict);
    }

    private static RequestSigner Signer(string secret) => new("KEY", secret, "us-east-1", "execute-api", TimeProvider.System);

    private async Task VerifyAsync(HttpContext context)
    {
        var body = await RequestBody.ReadAsync(context.Request, 1024, context.RequestAborted);
        var verifier = new SignatureVerifier("us-east-1", "execute-api", TimeProvider.System, acceptAsSent: false);
        _verdict = verifier.Verify(SignedRequest.From(context, body), key => key == "KEY" ? "secret" : null);
        await context.Response.WriteAsync(Encoding.UTF8.GetString(body!));
    }
}
