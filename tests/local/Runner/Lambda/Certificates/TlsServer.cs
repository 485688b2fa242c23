using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace WorkoutLog.Local.Tests.Runner.Lambda.Certificates;

/// <summary>A fake AWS endpoint: rejects each request, and counts those that arrive over TLS.</summary>
internal sealed class TlsServer : IAsyncDisposable
{
    private readonly WebApplication _server;
    private int _requests;

    private TlsServer(WebApplication server) => _server = server;

    public int Requests => Volatile.Read(ref _requests);

    /// <summary>With the host name that the certificate should have.</summary>
    public Uri Url => new($"https://localhost:{new Uri(_server.Urls.Single()).Port}");

    public static async Task<TlsServer> StartAsync(X509Certificate2 certificate)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, endpoint => endpoint.UseHttps(certificate)));
        var server = new TlsServer(builder.Build());
        server._server.Run(context =>
        {
            Interlocked.Increment(ref server._requests);
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return context.Response.WriteAsync("""{"__type":"ValidationException","message":"this is a test"}""");
        });
        await server._server.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync();
        await _server.DisposeAsync();
    }
}
