using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Microsoft.AspNetCore.Http;
using WorkoutLog.Local.Runner.Aws;
using WorkoutLog.Local.Runner.Faults;
using WorkoutLog.Local.Runner.Http;
using WorkoutLog.Local.Runner.Lambda;

namespace WorkoutLog.Local.Tests.Runner.Faults;

/// <summary>A service that answers every call with an empty object and counts it, behind an injector.</summary>
internal sealed class FaultyService : IAsyncDisposable
{
    private static readonly FunctionCredentials _caller = FunctionCredentials.Create("ProcessWorkout");
    private LoopbackServer? _server;
    private int _carriedOut;

    public FaultInjector Faults { get; } = new(TimeProvider.System);

    /// <summary>Calls that reached the service.</summary>
    public int CarriedOut => Volatile.Read(ref _carriedOut);

    public Uri Url => _server!.Url;

    public static async Task<FaultyService> StartAsync(string spec)
    {
        var service = new FaultyService();
        service.Faults.Use(FaultSpec.Parse(spec, "spec"));
        service._server = await LoopbackServer.StartAsync(0, service.HandleAsync, _ => { }, CancellationToken.None);
        return service;
    }

    /// <summary>As the functions have it: without retries.</summary>
    public AmazonDynamoDBClient CreateDynamoDb() => new(new BasicAWSCredentials("a", "b"), new AmazonDynamoDBConfig
    {
        ServiceURL = Url.AbsoluteUri,
        AuthenticationRegion = "us-east-1",
        MaxErrorRetry = 0,
        MaxStaleConnectionRetries = 0,
    });

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        var body = await RequestBody.ReadAsync(context.Request, 1024 * 1024, context.RequestAborted);
        var target = context.Request.Headers["X-Amz-Target"].ToString();
        var service = target.StartsWith("DynamoDB", StringComparison.Ordinal) ? "dynamodb" : "ssm";
        await Faults.InvokeAsync(new AwsCall(_caller, service, target.Split('.')[1], target, body), context, () =>
        {
            Interlocked.Increment(ref _carriedOut);
            context.Response.ContentType = "application/x-amz-json-1.0";
            return context.Response.WriteAsync("{}");
        });
    }
}
