using Amazon.DynamoDBv2.Model;
using WorkoutLog.Bench.Growth.Seeding;
using WorkoutLog.Contracts;
using WorkoutLog.Domain;
using WorkoutLog.Domain.Statistics;
using WorkoutLog.Storage;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Bench.Micro.Requests;

/// <param name="Table">One of <see cref="CannedDynamoDb.Tables"/>.</param>
internal sealed record StoredItem(string Table, Dictionary<string, AttributeValue> Attributes);

/// <summary>The stored items of a user who logs one workout per day.</summary>
/// <param name="Workouts">Newest first.</param>
/// <param name="Rows">The rows that statistics are read from.</param>
internal sealed record StoredHistory(IReadOnlyList<StoredItem> Workouts, IReadOnlyList<StoredItem> Rows)
{
    public static StoredHistory Of(int months)
    {
        var behind = new DateOnly(2026, 5, 1);
        int days = behind.DayNumber - behind.AddMonths(-months).DayNumber;
        using var captured = new CapturedWrites();
        var creation = new WorkoutCreation(captured, CannedDynamoDb.Tables, new DynamoDbRetry(TimeProvider.System), MeasuredRequest.Time);
        foreach (Workout workout in WorkoutHistory.Of(MeasuredRequest.UserId, days, behind, MeasuredRequest.Rules.Rules.SupportedTypes))
        {
            // Captured writes complete synchronously.
            creation.CreateAsync(new Storage.NewWorkout(workout, Request: null), new RequestScope(new Deadline(TimeProvider.System, TimeSpan.FromSeconds(30)))).GetAwaiter().GetResult();
        }

        var workouts = captured.TakePuts().Where(put => put.Item.ContainsKey(LogsTableSchema.ByTypePartitionKey));
        return new StoredHistory(
            [.. workouts.Reverse().Select(put => new StoredItem(put.TableName, put.Item))],
            [.. Sealed([.. captured.Rows.Items.Select(row => row.Item).Where(row => !YearRow.IsKey(row[StatsTableSchema.SortKey].S))])]);
    }

    // As after a read: all past months are sealed.
    private static IEnumerable<StoredItem> Sealed(Dictionary<string, AttributeValue>[] months)
    {
        var past = months.Select(row => RollupRow.Read(row).Month)
            .Where(month => string.CompareOrdinal(month.Month, SealedYear.LastMonth(MeasuredRequest.Time.GetUtcNow())) <= 0)
            .GroupBy(month => LocalCalendar.FirstDay(month.Month).Year)
            .OrderBy(year => year.Key)
            .ToList();
        var years = past.Select((year, place) =>
        {
            MonthRollup[] ofYear = [.. year.OrderBy(month => month.Month, StringComparer.Ordinal)];
            var row = RollupRow.Key(MeasuredRequest.UserId, YearRow.SortKey(year.Key));
            row[StatsTableSchema.Writes] = new() { N = "1" };
            row[StatsTableSchema.Seal] = new()
            {
                B = YearSeal.Write(new SealedYear(year.Key, LocalCalendar.FirstDay(ofYear[^1].Month).Month, IsFirst: place == 0, ofYear)),
            };
            return row;
        });
        return months.Concat(years).Select(row => new StoredItem(CannedDynamoDb.Tables.Stats, row));
    }
}
