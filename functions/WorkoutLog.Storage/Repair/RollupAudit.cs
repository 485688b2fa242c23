using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using WorkoutLog.Contracts;
using WorkoutLog.Domain;
using WorkoutLog.Domain.Statistics;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Storage.Repair;

/// <summary>Checks a user's roll-ups against the workouts that they sum up; others may write meanwhile.</summary>
public sealed class RollupAudit(IAmazonDynamoDB client, StorageTables tables, DynamoDbRetry retry, TimeProvider time)
{
    private readonly DynamoDbCalls _calls = new(client, retry);
    private readonly MonthAudits _months = new(new DynamoDbCalls(client, retry), tables, retry, time);
    private readonly YearAudits _years = new(new DynamoDbCalls(client, retry), tables);

    /// <summary>Every difference, first of months and then of the years' seals; changes nothing.</summary>
    /// <exception cref="StorageConflictException">Others kept writing to a month that seemed to differ, until the time was over.</exception>
    /// <exception cref="StorageUnavailableException"/>
    public async Task<IReadOnlyList<RollupDifference>> AuditAsync(string userId, RequestScope scope) =>
    [
        .. await ForEachSuspectAsync(userId, async month => (await _months.ConfirmAsync(userId, month, scope)).Differences(), scope),
        .. await _years.AuditAsync(userId, scope),
    ];

    /// <summary>Rewrites each month that differs, and removes each seal that does.</summary>
    /// <returns>The differences that were there, first of months and then of the years' seals.</returns>
    /// <exception cref="StorageConflictException">
    /// Others kept writing to a month that differs, until the time was over; the months before it are repaired.
    /// </exception>
    /// <exception cref="StorageUnavailableException"/>
    public async Task<IReadOnlyList<RollupDifference>> RepairAsync(string userId, RequestScope scope) =>
    [
        .. await ForEachSuspectAsync(userId, month => RepairAsync(userId, month, scope), scope),
        .. await _years.RepairAsync(userId, scope),
    ];

    private async Task<IReadOnlyList<RollupDifference>> ForEachSuspectAsync(
        string userId, Func<string, Task<IReadOnlyList<RollupDifference>>> look, RequestScope scope)
    {
        var differences = new List<RollupDifference>();
        foreach (string month in await SuspectsAsync(userId, scope))
        {
            differences.AddRange(await look(month));
        }

        return differences;
    }

    // One pass over everything; what was written between the two reads may show as a difference here.
    private async Task<List<string>> SuspectsAsync(string userId, RequestScope scope)
    {
        MonthSums sums = await MonthSums.OfAsync(LogScan.ReadAsync(_calls, tables.Logs, userId, TimeRange.All, scope));
        var rows = (await RollupRows.ReadMonthsAsync(_calls, tables.Stats, userId, MonthRange.All, scope))
            .ToDictionary(row => row[StatsTableSchema.SortKey].S);
        return
        [
            .. rows.Keys.Union(sums.Months)
                .Order(StringComparer.Ordinal)
                .Where(month => new MonthAudit(month, rows.GetValueOrDefault(month), sums.Of(month)).Differences().Count > 0),
        ];
    }

    private async Task<IReadOnlyList<RollupDifference>> RepairAsync(string userId, string month, RequestScope scope)
    {
        for (int attempt = 1; ; attempt++)
        {
            MonthAudit audit = await _months.ConfirmAsync(userId, month, scope);
            var differences = audit.Differences();
            if (differences.Count == 0 || (await _calls.TransactWriteItemsAsync(
                [new() { Put = Rewrite(audit, userId) }, .. RollupUpdates.Unseal(userId, [month], tables.Stats, time.GetUtcNow())], scope)).IsCommitted)
            {
                return differences;
            }

            await retry.WaitForOthersAsync(attempt, scope);
        }
    }

    // A month without workouts keeps its row: deleted, its count of writes would begin again, and this check would see nothing.
    private Put Rewrite(MonthAudit audit, string userId) => new()
    {
        TableName = tables.Stats,
        Item = audit.Repaired(userId),
        ConditionExpression = audit.Writes is null ? "attribute_not_exists(#writes)" : "#writes = :writes",
        ExpressionAttributeNames = new() { ["#writes"] = StatsTableSchema.Writes },
        ExpressionAttributeValues = audit.Writes is { } writes ? new() { [":writes"] = Numbers.Of(writes) } : null,
    };
}

/// <summary>A sum of a month's row that is not the sum over the month's workouts.</summary>
/// <param name="Month"><c>yyyy-MM</c>, by local days.</param>
/// <param name="Measure">
/// A type's sum (<c>RUN.n</c> workouts, <c>RUN.m</c> minutes, <c>RUN.c</c> kilocalories, <c>RUN.d</c> kilometres), a day's
/// (<c>09n</c>, <c>09m</c>, <c>09c</c>, <c>09d</c>), or the month's workouts without calories (<c>c</c>) or a distance (<c>d</c>);
/// with <see cref="SealMark"/> before it, the same in the seal of the month's year (<c>09n</c> is 1 there for a day with a workout).
/// </param>
/// <param name="Stored">What the row says, 0 where it says nothing; null for what is no number.</param>
/// <param name="Recomputed">What the workouts sum up to.</param>
public sealed record RollupDifference(string Month, string Measure, decimal? Stored, decimal Recomputed)
{
    /// <summary>Begins the measure of a year's seal.</summary>
    public const string SealMark = "seal:";

    public static string OfSeal(string measure) => SealMark + measure;
}
