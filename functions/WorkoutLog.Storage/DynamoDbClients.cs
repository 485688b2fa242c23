using System.Net;
using System.Net.Http.Headers;
using Amazon;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using WorkoutLog.Contracts;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Storage;

/// <summary>Creates DynamoDB clients that leave retries to <see cref="DynamoDbRetry"/>.</summary>
public static class DynamoDbClients
{
    // Neither a user id nor a sort key.
    private const string ImpossibleKey = "#";

    private static readonly TimeSpan _openingLimit = TimeSpan.FromSeconds(1);

    /// <summary>For a function: credentials from the environment, without searching profile files.</summary>
    /// <param name="region">The system name, such as <c>us-east-1</c>.</param>
    public static IAmazonDynamoDB Create(string region) =>
        new AmazonDynamoDBClient(new EnvironmentVariablesAWSCredentials(), WithoutRetries(new AmazonDynamoDBConfig
        {
            RegionEndpoint = RegionEndpoint.GetBySystemName(region),
            // With a custom endpoint, the SDK would otherwise parse the region from the URL at every call.
            AuthenticationRegion = region,
        }));

    /// <summary>Does not reach DynamoDB: every call gets an empty response.</summary>
    /// <param name="region">The system name, such as <c>us-east-1</c>.</param>
    public static IAmazonDynamoDB CreateForWarmup(string region) =>
        new AmazonDynamoDBClient(new SessionAWSCredentials("warmup", "warmup", "warmup"), WithoutRetries(new AmazonDynamoDBConfig
        {
            RegionEndpoint = RegionEndpoint.GetBySystemName(region),
            HttpClientFactory = new WarmupHttp(),
        }));

    /// <summary>For a given endpoint, such as DynamoDB Local.</summary>
    public static IAmazonDynamoDB Create(Uri endpoint, string region, AWSCredentials credentials) =>
        new AmazonDynamoDBClient(credentials, WithoutRetries(new AmazonDynamoDBConfig
        {
            ServiceURL = endpoint.AbsoluteUri,
            AuthenticationRegion = region,
        }));

    /// <summary>Opens the connection before the first request, by reading a key that can't exist; takes a second at most.</summary>
    /// <returns>Whether DynamoDB responded.</returns>
    public static async Task<bool> OpenAsync(IAmazonDynamoDB client, StorageTables tables, TimeProvider time)
    {
        var calls = new DynamoDbCalls(client, new DynamoDbRetry(time));
        var read = new GetItemRequest
        {
            TableName = tables.Logs,
            Key = new()
            {
                [LogsTableSchema.PartitionKey] = new() { S = ImpossibleKey },
                [LogsTableSchema.SortKey] = new() { S = ImpossibleKey },
            },
        };
        try
        {
            await calls.GetItemAsync(read, new RequestScope(new Deadline(time, _openingLimit)));
            return true;
        }
        catch (Exception)
        {
            // Only time is lost: the first request opens the connection itself, and reports a lasting fault.
            return false;
        }
    }

    // Two layers of retries multiply, and the SDK's ignores the invocation's remaining time.
    private static AmazonDynamoDBConfig WithoutRetries(AmazonDynamoDBConfig config)
    {
        config.MaxErrorRetry = 0;
        config.MaxStaleConnectionRetries = 0;
        config.ThrottleRetries = false;
        config.HttpClientFactory ??= new AwsHttp();
        return config;
    }
}

/// <summary>The names of the deployed tables.</summary>
public sealed record StorageTables(string Logs, string Stats)
{
    /// <summary>Whether changes in the logs table are published as events.</summary>
    public bool HasEvents { get; init; }
}

/// <summary>Runs a client without network: each call gets an empty JSON object immediately.</summary>
internal sealed class WarmupHttp : HttpClientFactory
{
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new EmptyResponses());

    private sealed class EmptyResponses : HttpMessageHandler
    {
        private static readonly MediaTypeHeaderValue _json = new("application/x-amz-json-1.0");

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new ByteArrayContent("{}"u8.ToArray()) { Headers = { ContentType = _json } },
                RequestMessage = request,
            });
    }
}
