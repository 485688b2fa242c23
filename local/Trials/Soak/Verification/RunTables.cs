using Amazon.DynamoDBv2;
using WorkoutLog.Storage;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Local.Soak.Verification;

/// <summary>The tables of a run, accessed directly: without functions or faults.</summary>
internal sealed class RunTables : IDisposable
{
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(5);

    private readonly TimeProvider _clock;

    public RunTables(LocalRun run, TimeProvider clock)
    {
        _clock = clock;
        var names = run.Description.Tables.ToDictionary(table => table.Name, table => table.Outputs["name"]!.GetValue<string>(), StringComparer.Ordinal);
        Names = new StorageTables(Logs: names["logs"], Stats: names["stats"]);
        Client = DynamoDbClients.Create(run.DynamoDb.Endpoint, DynamoDbLocal.Region, DynamoDbLocal.Credentials(run.DynamoDb.AccessKeyId));
        Retry = new DynamoDbRetry(clock);
    }

    public StorageTables Names { get; }

    public IAmazonDynamoDB Client { get; }

    public DynamoDbRetry Retry { get; }

    public UserErasure Erasure() => new(Client, Names, Retry, _clock);

    public RequestScope Scope() => new(new Deadline(_clock, _limit));

    public void Dispose() => Client.Dispose();
}
