using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace WorkoutLog.Local.Runner;

/// <summary>
/// HTTP/1.1 on 127.0.0.1. Bare Kestrel without a host: a runner has one server per function process, and a host would also take
/// the process's signals and write its own log.
/// </summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private static readonly TimeSpan _stopLimit = TimeSpan.FromMilliseconds(500);
    private readonly KestrelServer _server;

    private LoopbackServer(KestrelServer server)
    {
        _server = server;
        Url = new Uri(_server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());
    }

    public Uri Url { get; }

    /// <param name="port">0 takes any free port.</param>
    /// <exception cref="AddressInUseException">Another process listens on the port.</exception>
    /// <param name="say">Receives the text of an exception that <paramref name="handle"/> lets through; the client sees a bare 500.</param>
    public static async Task<LoopbackServer> StartAsync(int port, RequestDelegate handle, Action<string> say, CancellationToken cancellation)
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        // Each front has its own limit and its own answer to a body above it.
        options.Limits.MaxRequestBodySize = null;
        options.Limits.MinRequestBodyDataRate = null;
        options.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
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

    private sealed class Application(RequestDelegate handle, Action<string> say) : IHttpApplication<HttpContext>
    {
        public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

        public Task ProcessRequestAsync(HttpContext context) => handle(context);

        public void DisposeContext(HttpContext context, Exception? exception)
        {
            // Whatever a client does that goes away is no fault of the runner.
            if (exception is not null && !context.RequestAborted.IsCancellationRequested)
            {
                say($"{context.Request.Method} {context.Request.Path} failed: {exception}");
            }
        }
    }
}
