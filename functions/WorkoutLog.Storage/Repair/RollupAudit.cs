using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using WorkoutLog.Contracts;
using WorkoutLog.Domain;
using WorkoutLog.Domain.Statistics;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Storage.Repair;

/// <summary>Checks a user's roll-ups against the workouts; other requests may write at the same time.</summary>
public sealed class RollupAudit(IAmazonDynamoDB client, StorageTables tables, DynamoDbRetry retry, TimeProvider time)
{
    private readonly DynamoDbCalls _calls = new(client, retry);
    private readonly MonthAudits _months = new(new DynamoDbCalls(client, retry), tables, retry, time);
    private readonly YearAudits _years = new(new DynamoDbCalls(client, retry), tables);

    /// <summary>All differences, of months first, then of the years' seals; changes nothing.</summary>
    /// <exception cref="StorageConflictException">Other writes to a month that seemed to differ continued until the time ran out.</exception>
    /// <exception cref="StorageUnavailableException"/>
    public async Task<IReadOnlyList<RollupDifference>> AuditAsync(string userId, RequestScope scope) =>
    [
        .. await ForEachSuspectAsync(userId, async month => (await _months.ConfirmAsync(userId, month, scope)).Differences(), scope),
        .. await _years.AuditAsync(userId, scope),
    ];

    /// <summary>Rewrites each month that differs, and removes each seal that differs.</summary>
    /// <returns>The differences found, of months first, then of the years' seals.</returns>
    /// <exception cref="StorageConflictException">
    /// Other writes to a month that differs continued until the time ran out; the months before it are repaired.
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

    // One pass over everything; a write between the two reads may appear as a difference.
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

            await retry.BackOffAsync(attempt, scope);
        }
    }

    // A month without workouts keeps its row: if it were deleted, its count of writes would restart, and this check would miss a write.
    private Put Rewrite(MonthAudit audit, string userId) => new()
    {
        TableName = tables.Stats,
        Item = audit.Repaired(userId),
        ConditionExpression = audit.Writes is null ? "attribute_not_exists(#writes)" : "#writes = :writes",
        ExpressionAttributeNames = new() { ["#writes"] = StatsTableSchema.Writes },
        ExpressionAttributeValues = audit.Writes is { } writes ? new() { [":writes"] = Numbers.Of(writes) } : null,
    };
}

/// <summary>A sum in a month's row that differs from the sum over the month's workouts.</summary>
/// <param name="Month"><c>yyyy-MM</c>, by local days.</param>
/// <param name="Measure">
/// A type's sum (<c>RUN.n</c> workouts, <c>RUN.m</c> minutes, <c>RUN.c</c> kilocalories, <c>RUN.d</c> kilometres), a day's
/// (<c>09n</c>, <c>09m</c>, <c>09c</c>, <c>09d</c>), or the month's workouts without calories (<c>c</c>) or a distance (<c>d</c>);
/// with the prefix <see cref="SealMark"/>, the same in the seal of the month's year (<c>09n</c> is 1 there for a day with a workout).
/// </param>
/// <param name="Stored">The row's value, 0 if absent; null if not a number.</param>
/// <param name="Recomputed">The sum over the workouts.</param>
public sealed record RollupDifference(string Month, string Measure, decimal? Stored, decimal Recomputed)
{
    /// <summary>Prefix of the measures of a year's seal.</summary>
    public const string SealMark = "seal:";

    public static string OfSeal(string measure) => SealMark + measure;
}
