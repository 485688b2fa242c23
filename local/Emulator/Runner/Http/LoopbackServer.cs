using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace WorkoutLog.Local.Runner;

/// <summary>
/// HTTP/1.1 on 127.0.0.1. Kestrel without a host: a runner has one server per function process, and a host would also handle
/// the signals of the process and write its own log.
/// </summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private static readonly TimeSpan _stopLimit = TimeSpan.FromMilliseconds(500);
    private static readonly Digits _digits = new();
    private readonly KestrelServer _server;

    // Servers and proxies disagree about lines that end without CR (request smuggling).
    static LoopbackServer() => AppContext.SetSwitch("Microsoft.AspNetCore.Server.Kestrel.DisableHttp1LineFeedTerminators", true);

    private LoopbackServer(KestrelServer server)
    {
        _server = server;
        Url = new Uri(_server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());
    }

    public Uri Url { get; }

    /// <param name="port">0 uses any free port.</param>
    /// <exception cref="AddressInUseException">Another process listens on the port.</exception>
    /// <param name="say">Receives the text of an unhandled exception of <paramref name="handle"/>; the client gets a 500 without details.</param>
    public static async Task<LoopbackServer> StartAsync(int port, RequestDelegate handle, Action<string> say, CancellationToken cancellation)
    {
        var options = new KestrelServerOptions { AddServerHeader = false, RequestHeaderEncodingSelector = name => name == "Content-Length" ? _digits : null };
        // Each handler has its own limit and its own response to a larger body.
        options.Limits.MaxRequestBodySize = null;
        options.Listen(IPAddress.Loopback, port, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            ((IConnectionBuilder)listen).Use(next => connection =>
            {
                connection.Transport = new RefusalTransport(connection.Transport);
                return next(connection);
            });
        });
        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        var server = new KestrelServer(Options.Create(options), transport, NullLoggerFactory.Instance);
        try
        {
            await server.StartAsync(new Application(handle, say), cancellation);
            return new LoopbackServer(server);
        }
        catch (IOException busy) when (busy.InnerException is AddressInUseException cause)
        {
            server.Dispose();
            throw cause;
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(_stopLimit);
        await _server.StopAsync(limit.Token);
        _server.Dispose();
    }

    // Kestrel accepts a Content-Length with a plus sign.
    private sealed class Digits : ASCIIEncoding
    {
        public override int GetChars(ReadOnlySpan<byte> bytes, Span<char> chars) =>
            base.GetChars(bytes.Length > chars.Length || bytes.ContainsAnyExceptInRange((byte)'0', (byte)'9') ? "-1"u8 : bytes, chars);
    }

    private sealed class Application(RequestDelegate handle, Action<string> say) : IHttpApplication<HttpContext>
    {
        public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

        public async Task ProcessRequestAsync(HttpContext context)
        {
            try
            {
                await handle(context);
            }
            catch (Microsoft.AspNetCore.Http.BadHttpRequestException malformed) when (!context.Response.HasStarted)
            {
                await context.Response.SendJsonAsync(malformed.StatusCode, new JsonObject { ["message"] = "Bad Request" });
            }
        }

        public void DisposeContext(HttpContext context, Exception? exception)
        {
            // A client that disconnects is not an error of the runner.
            if (exception is not null && !context.RequestAborted.IsCancellationRequested)
            {
                say($"{context.Request.Method} {context.Request.Path} failed: {exception}");
            }
        }
    }
}
