using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using WorkoutLog.Domain;
using WorkoutLog.Storage;
using WorkoutLog.Storage.Repair;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Bench.Growth.Seeding;

/// <summary>Writes long histories to the tables in batches, exactly as the store would write them one by one.</summary>
internal sealed class HistorySeeder(IAmazonDynamoDB client, StorageTables tables, TimeProvider time)
{
    // DynamoDB's maximum batch size.
    private const int BatchSize = 25;

    private const int Writers = 8;
    private const int WorkoutsInMemory = 2_000;

    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(10);

    private readonly DynamoDbRetry _retry = new(time);

    /// <param name="workouts">Workouts of users that have none yet.</param>
    /// <exception cref="InvalidOperationException">The month rows do not equal the sums over the logs.</exception>
    public async Task SeedAsync(IEnumerable<Workout> workouts, CancellationToken cancellation)
    {
        using var captured = new CapturedWrites();
        var creation = new WorkoutCreation(captured, tables, _retry, time);
        var users = new HashSet<string>();
        foreach (Workout[] chunk in workouts.Chunk(WorkoutsInMemory))
        {
            foreach (Workout workout in chunk)
            {
                users.Add(workout.UserId);
                await creation.CreateAsync(new Storage.NewWorkout(workout, Request: null), Soon());
            }

            await WriteAsync(captured.TakePuts().Select(put => (put.TableName, put.Item)), cancellation);
        }

        await WriteAsync(captured.Rows.Items, cancellation);
        foreach (string userId in users)
        {
            cancellation.ThrowIfCancellationRequested();
            await VerifyAsync(userId);
        }
    }

    private async Task VerifyAsync(string userId)
    {
        var differences = await new RollupAudit(client, tables, _retry, time).AuditAsync(userId, Soon());
        if (differences.Count > 0)
        {
            throw new InvalidOperationException(
                $"The seeded month rows do not equal the sums over the logs; first of {differences.Count} differences: {differences[0]}.");
        }
    }

    private Task WriteAsync(IEnumerable<(string Table, Dictionary<string, AttributeValue> Item)> items, CancellationToken cancellation) =>
        Parallel.ForEachAsync(
            items.Chunk(BatchSize),
            new ParallelOptions { MaxDegreeOfParallelism = Writers, CancellationToken = cancellation },
            async (batch, stop) =>
            {
                var request = batch.GroupBy(item => item.Table).ToDictionary(
                    group => group.Key, group => group.Select(item => new WriteRequest(new PutRequest(item.Item))).ToList());
                while (request is { Count: > 0 })
                {
                    var response = await client.BatchWriteItemAsync(new BatchWriteItemRequest { RequestItems = request }, stop);
                    request = response.UnprocessedItems;
                }
            });

    private RequestScope Soon() => new(new Deadline(time, _limit));
}
