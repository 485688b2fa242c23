using Amazon.DynamoDBv2.Model;
using WorkoutLog.Bench.Growth.Seeding;
using WorkoutLog.Contracts;
using WorkoutLog.Domain;
using WorkoutLog.Storage;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Bench.Micro.Requests;

/// <param name="Table">One of <see cref="CannedDynamoDb.Tables"/>.</param>
internal sealed record StoredItem(string Table, Dictionary<string, AttributeValue> Attributes);

/// <summary>What the store leaves of a user who logs a workout a day.</summary>
/// <param name="Workouts">The newest first.</param>
/// <param name="Rows">Those that statistics are read from.</param>
internal sealed record StoredHistory(IReadOnlyList<StoredItem> Workouts, IReadOnlyList<StoredItem> Rows)
{
    public static StoredHistory Of(int months)
    {
        var behind = new DateOnly(2026, 5, 1);
        int days = behind.DayNumber - behind.AddMonths(-months).DayNumber;
        using var captured = new CapturedWrites();
        var creation = new WorkoutCreation(captured, CannedDynamoDb.Tables, new DynamoDbRetry(TimeProvider.System), TimeProvider.System);
        foreach (Workout workout in WorkoutHistory.Of(MeasuredRequest.UserId, days, behind, MeasuredRequest.Rules.Rules.SupportedTypes))
        {
            // Captured writes are done at once.
            creation.CreateAsync(workout, request: null, new RequestScope(new Deadline(TimeProvider.System, TimeSpan.FromSeconds(30)))).GetAwaiter().GetResult();
        }

        var workouts = captured.TakePuts().Where(put => put.Item.ContainsKey(LogsTableSchema.ByTypePartitionKey));
        return new StoredHistory(
            [.. workouts.Reverse().Select(put => new StoredItem(put.TableName, put.Item))],
            [.. captured.Rows.Items.Select(row => new StoredItem(row.Table, row.Item))]);
    }
}
