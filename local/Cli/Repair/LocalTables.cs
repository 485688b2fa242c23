namespace WorkoutLog.Local.Cli.Repair;

/// <summary>The tables of a stack that runs on this machine.</summary>
internal static class LocalTables
{
    /// <exception cref="UserErrorException">The stack does not run, or no longer.</exception>
    public static async Task<RepairTarget> FindAsync(Repository repository, string stack, CancellationToken cancellation)
    {
        var running = RunningStack.Find(repository, stack);
        if (!await AnswersAsync(running.Endpoint, cancellation))
        {
            throw new UserErrorException(
                $"The run of '{stack}' that {RunningStack.PathOf(stack)} tells of has ended: {running.Endpoint} does not answer. "
                + $"Start it again: ./workout up --stack {stack}");
        }

        return new RepairTarget(
            // DynamoDB Local takes any credentials.
            DynamoDbClients.Create(running.Endpoint, running.Region, new BasicAWSCredentials("local", "local")),
            new StorageTables(Logs: running.Tables["logs"], Stats: running.Tables["stats"]),
            new MetricTarget(new Uri(running.Url, "/_cloudwatch"), running.Region, Credentials: null));
    }

    private static async Task<bool> AnswersAsync(Uri endpoint, CancellationToken cancellation)
    {
        using var http = new HttpClient();
        try
        {
            // Any answer will do; to a bare GET it is 400.
            using var answer = await http.GetAsync(endpoint, cancellation);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
