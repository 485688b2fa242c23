using WorkoutLog.Local.Cli.Aws;

namespace WorkoutLog.Local.Cli.Repair;

/// <summary>The tables of a stack that runs on this machine.</summary>
internal static class LocalTables
{
    /// <exception cref="UserErrorException">The stack is not running.</exception>
    public static RepairTarget Find(Repository repository, string stack)
    {
        var running = RunningStack.Find(repository, stack);
        return new RepairTarget(
            DynamoDbClients.Create(running.Endpoint, DynamoDbLocal.Region, DynamoDbLocal.Credentials(running.AccessKeyId)),
            new StorageTables(Logs: running.Tables["logs"], Stats: running.Tables["stats"]),
            new MetricTarget(new Uri(running.Url, "/_cloudwatch"), running.Region, Credentials: null));
    }
}
