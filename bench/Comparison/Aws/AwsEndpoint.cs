using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using WorkoutLog.Local.Runner;

namespace WorkoutLog.Bench.Comparison.Aws;

/// <summary>Local DynamoDB, SSM and CloudWatch behind TLS, for the functions' calls.</summary>
internal sealed class AwsEndpoint : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly DynamoDbProxy _dynamoDb;

    private AwsEndpoint(WebApplication server, DynamoDbProxy dynamoDb)
    {
        _server = server;
        _dynamoDb = dynamoDb;
    }

    /// <summary>Uses the host name of the certificate.</summary>
    public Uri Url => new UriBuilder(_server.Urls.First()) { Host = "localhost" }.Uri;

    public static async Task<AwsEndpoint> StartAsync(
        DynamoDbLocal dynamoDbLocal, StackDescription stack, TestAuthority authority, TimeProvider time, CancellationToken cancellation)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            listen.UseHttps(authority.Server);
        }));
        WebApplication server = builder.Build();
        var dynamoDb = new DynamoDbProxy(dynamoDbLocal);
        var parameters = new ParameterStore(stack.Parameters, time.GetUtcNow());
        server.Run(context => HandleAsync(context, dynamoDb, parameters));
        await server.StartAsync(cancellation);
        return new AwsEndpoint(server, dynamoDb);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _dynamoDb.Dispose();
    }

    private static async Task HandleAsync(HttpContext context, DynamoDbProxy dynamoDb, ParameterStore parameters)
    {
        string target = context.Request.Headers["X-Amz-Target"].ToString();
        if (target.StartsWith("DynamoDB", StringComparison.Ordinal))
        {
            await dynamoDb.HandleAsync(context);
        }
        else if (target == "AmazonSSM.GetParameters")
        {
            JsonNode? request = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            await context.Response.SendJsonAsync(StatusCodes.Status200OK, parameters.GetParameters(request!.AsObject()), "application/x-amz-json-1.1");
        }
        else
        {
            await MetricsResponder.WriteAsync(context);
        }
    }
}
