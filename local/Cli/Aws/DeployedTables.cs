using Amazon;
using Amazon.DynamoDBv2;
using Amazon.Runtime.Credentials;
using WorkoutLog.Local.Cli.Repair;

namespace WorkoutLog.Local.Cli.Aws;

internal static class DeployedTables
{
    /// <param name="logs">Null: read both table names from Pulumi.</param>
    /// <param name="region">Null: the stack's own.</param>
    /// <exception cref="UserErrorException">Pulumi does not return the tables, or there are no AWS credentials.</exception>
    public static async Task<RepairTarget> FindAsync(
        Repository repository, string stack, string? logs, string? stats, string? region, CancellationToken cancellation)
    {
        var tablesRegion = RegionOf(repository, stack, region);
        var endpoint = RegionEndpoint.GetBySystemName(tablesRegion);
        var configuration = new AmazonDynamoDBConfig
        {
            RegionEndpoint = endpoint,
            // The storage layer retries.
            MaxErrorRetry = 0,
        };
        var tables = logs is not null && stats is not null
            ? new StorageTables(logs, stats)
            : await PulumiOutputs.ReadTablesAsync(repository, stack, cancellation);
        var credentials = await FindCredentialsAsync(tablesRegion);
        var metrics = new MetricTarget(new Uri($"https://monitoring.{tablesRegion}.{endpoint.PartitionDnsSuffix}/"), tablesRegion, credentials);
        return new RepairTarget(new AmazonDynamoDBClient(credentials, configuration), tables, metrics);
    }

    /// <param name="named">Null: the stack's own.</param>
    /// <exception cref="UserErrorException">There is none.</exception>
    public static string RegionOf(Repository repository, string stack, string? named) => (named ?? StackConfiguration.Load(repository, stack).Region) is { Length: > 0 } region
        ? region
        : throw new UserErrorException($"Pulumi.{stack}.yaml has no aws:region. Fix: --region us-east-1");

    /// <exception cref="UserErrorException">There are none.</exception>
    public static async Task<AWSCredentials> FindCredentialsAsync(string region)
    {
        try
        {
            return await DefaultAWSCredentialsIdentityResolver.GetCredentialsAsync(new AmazonDynamoDBConfig { RegionEndpoint = RegionEndpoint.GetBySystemName(region) });
        }
        catch (AmazonClientException)
        {
            throw new UserErrorException(
                "No AWS credentials found. Fix: aws sso login, or set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.");
        }
    }
}
