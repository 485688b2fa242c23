using System.Net;
using System.Net.Http.Headers;
using Amazon;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using WorkoutLog.Contracts;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Storage;

/// <summary>Makes DynamoDB clients that leave every retry to <see cref="DynamoDbRetry"/>.</summary>
public static class DynamoDbClients
{
    // No user id and no sort key holds it alone.
    private const string ImpossibleKey = "#";

    private static readonly TimeSpan _openingLimit = TimeSpan.FromSeconds(1);

    /// <summary>Fits a function: credentials from the environment, without a search through profile files.</summary>
    /// <param name="region">The system name, such as <c>us-east-1</c>.</param>
    public static IAmazonDynamoDB Create(string region) =>
        new AmazonDynamoDBClient(new EnvironmentVariablesAWSCredentials(), WithoutRetries(new AmazonDynamoDBConfig
        {
            RegionEndpoint = RegionEndpoint.GetBySystemName(region),
            // Behind an endpoint of its own, the SDK would look for the region in the URL at every call.
            AuthenticationRegion = region,
        }));

    /// <summary>Reaches no DynamoDB: every call is answered as one that has nothing to tell.</summary>
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

    /// <summary>Opens the connection ahead of the first request, by reading a log that can't exist; takes a second at most.</summary>
    /// <returns>Whether DynamoDB answered as it should.</returns>
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
            // Only time is lost: the first request opens the connection itself, and reports what is wrong if it still is.
            return false;
        }
    }

    // Two layers of retries multiply, and the SDK's knows nothing of the time that an invocation has left.
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
    /// <summary>Whether events are made of the changes in the logs table.</summary>
    public bool HasEvents { get; init; }
}

/// <summary>Lets a client do all of its work but the sending: each call is answered at once with an empty JSON object.</summary>
internal sealed class WarmupHttp : HttpClientFactory
{
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new EmptyAnswers());

    private sealed class EmptyAnswers : HttpMessageHandler
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
