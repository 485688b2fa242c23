using Amazon;
using Amazon.DynamoDBv2;
using Amazon.Runtime;

namespace WorkoutLog.Storage;

/// <summary>Makes DynamoDB clients that leave every retry to <see cref="Resilience.DynamoDbRetry"/>.</summary>
public static class DynamoDbClients
{
    /// <summary>Fits a function: credentials from the environment, without a search through profile files.</summary>
    /// <param name="region">The system name, such as <c>us-east-1</c>.</param>
    public static IAmazonDynamoDB Create(string region) =>
        new AmazonDynamoDBClient(new EnvironmentVariablesAWSCredentials(), WithoutRetries(new AmazonDynamoDBConfig
        {
            RegionEndpoint = RegionEndpoint.GetBySystemName(region),
        }));

    /// <summary>For a given endpoint, such as DynamoDB Local.</summary>
    public static IAmazonDynamoDB Create(Uri endpoint, string region, AWSCredentials credentials) =>
        new AmazonDynamoDBClient(credentials, WithoutRetries(new AmazonDynamoDBConfig
        {
            ServiceURL = endpoint.AbsoluteUri,
            AuthenticationRegion = region,
        }));

    // Two layers of retries multiply, and the SDK's knows nothing of the time that an invocation has left.
    private static AmazonDynamoDBConfig WithoutRetries(AmazonDynamoDBConfig config)
    {
        config.MaxErrorRetry = 0;
        config.MaxStaleConnectionRetries = 0;
        config.ThrottleRetries = false;
        return config;
    }
}
