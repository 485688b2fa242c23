using Amazon.DynamoDBv2;
using WorkoutLog.Domain.Statistics;
using WorkoutLog.Storage.Calls;
using WorkoutLog.Storage.Reads;
using WorkoutLog.Storage.Resilience;
using WorkoutLog.Storage.Rollups;

namespace WorkoutLog.Storage;

/// <summary>Reads the roll-ups of a user; what it costs depends on the months, never on the number of workouts.</summary>
public sealed class StatsReader(IAmazonDynamoDB client, StorageTables tables, DynamoDbRetry retry)
{
    private readonly DynamoDbCalls _calls = new(client, retry);

    /// <summary>
    /// The months of a user in order; none for a user without workouts. One whose workouts were all deleted is there without totals.
    /// </summary>
    /// <exception cref="StorageUnavailableException"/>
    public async Task<IReadOnlyList<MonthRollup>> ReadMonthsAsync(string userId, MonthRange range, RequestScope scope)
    {
        var rows = await MonthRows.ReadAsync(_calls, tables.Stats, userId, range, scope);
        return [.. rows.Select(RollupRow.Read)];
    }
}
