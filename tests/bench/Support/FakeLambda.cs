using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace WorkoutLog.Bench.Tests.Support;

/// <summary>The Runtime API for one function that answers one event at a time.</summary>
internal sealed class FakeLambda : IAsyncDisposable
{
    private readonly Channel<byte[]> _events = Channel.CreateUnbounded<byte[]>();
    private readonly Channel<(string Path, string Body)> _answers = Channel.CreateUnbounded<(string, string)>();
    private readonly WebApplication _server;

    private FakeLambda(WebApplication server)
    {
        _server = server;
        server.Run(HandleAsync);
    }

    public string Address => new Uri(_server.Urls.First()).Authority;

    public static async Task<FakeLambda> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        var lambda = new FakeLambda(builder.Build());
        await lambda._server.StartAsync();
        return lambda;
    }

    public void Offer(byte[] payload) => _events.Writer.TryWrite(payload);

    /// <returns>The function's next POST: the path below <c>runtime/</c> and the body.</returns>
    public async Task<(string Path, JsonNode Body)> AnswerAsync(CancellationToken cancellation)
    {
        var (path, body) = await _answers.Reader.ReadAsync(cancellation);
        return (path.Split("/runtime/")[1], JsonNode.Parse(body)!);
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method))
        {
            var payload = await _events.Reader.ReadAsync(context.RequestAborted);
            context.Response.Headers["Lambda-Runtime-Aws-Request-Id"] = "request-1";
            context.Response.Headers["Lambda-Runtime-Deadline-Ms"] = $"{TimeProvider.System.GetUtcNow().AddMinutes(1).ToUnixTimeMilliseconds()}";
            await context.Response.Body.WriteAsync(payload, context.RequestAborted);
            return;
        }

        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        await _answers.Writer.WriteAsync((context.Request.Path.Value!, await reader.ReadToEndAsync(context.RequestAborted)));
        context.Response.StatusCode = StatusCodes.Status202Accepted;
    }
}
