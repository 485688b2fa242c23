using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using WorkoutLog.Contracts;
using WorkoutLog.Domain;
using WorkoutLog.Domain.Statistics;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Storage;

/// <summary>Reads the roll-ups of a user; the cost does not depend on the number of workouts.</summary>
public sealed class StatsReader(IAmazonDynamoDB client, StorageTables tables, DynamoDbRetry retry, TimeProvider time)
{
    private readonly DynamoDbCalls _calls = new(client, retry);
    private readonly YearSealing _sealing = new(client, tables, time);

    /// <summary>
    /// The months of a user in order; none for a user without workouts. A month whose workouts were all deleted has no totals.
    /// </summary>
    /// <remarks>
    /// One query of the latest months and the sealed years before them. Unsealed months need a second query, which seals one of
    /// their years: the history of a user who imported ten years is sealed after ten reads.
    /// </remarks>
    /// <exception cref="StorageUnavailableException"/>
    public async Task<IReadOnlyList<MonthRollup>> ReadMonthsAsync(string userId, MonthRange range, RequestScope scope)
    {
        string lastSealed = SealedYear.LastMonth(time.GetUtcNow());
        if (range.IsEmpty || string.CompareOrdinal(range.From, lastSealed) > 0)
        {
            return await ReadRowsAsync(userId, range, scope);
        }

        MonthRange past = range.To is { } to && string.CompareOrdinal(to, lastSealed) <= 0 ? range : range with { To = lastSealed };
        (YearRow[] years, MonthRollup[] recent) = await ReadYearsAsync(userId, past, isAllPast: past == range, scope);
        MonthRange? uncovered = SealedYears.Uncovered(past, [.. years.Select(year => (year.Year, year.Seal))]);
        MonthRollup[] months = uncovered is null ? [] : await ReadRowsAsync(userId, uncovered, scope);
        // Nothing is written for a user without data, because any user id may be requested.
        if (uncovered is not null && (years.Length > 0 || recent.Length > 0 || months.Length > 0))
        {
            await _sealing.SealAsync(userId, uncovered, years, months, lastSealed, scope);
        }

        var history = years.SelectMany(year => year.Seal?.Months ?? []).Where(month => uncovered?.Contains(month.Month) != true);
        return [.. history.Concat(months).Concat(recent).Where(month => range.Contains(month.Month)).OrderBy(month => month.Month, StringComparer.Ordinal)];
    }

    /// <summary>The months of a user in order, with the sums of their days; the cost depends on the number of months.</summary>
    /// <exception cref="StorageUnavailableException"/>
    public async Task<IReadOnlyList<DailyRollup>> ReadDaysAsync(string userId, MonthRange range, RequestScope scope)
    {
        var rows = await RollupRows.ReadMonthsAsync(_calls, tables.Stats, userId, range, scope);
        return [.. rows.Select(RollupRow.Read)];
    }

    /// <param name="isAllPast">Whether no month after <paramref name="past"/> is requested.</param>
    private async Task<(YearRow[] Years, MonthRollup[] Recent)> ReadYearsAsync(string userId, MonthRange past, bool isAllPast, RequestScope scope)
    {
        DateOnly last = LocalCalendar.FirstDay(past.To!);
        string first = !isAllPast ? LocalCalendar.Month(last.AddMonths(1))
            : YearRow.SortKey(past.From is { } from ? LocalCalendar.FirstDay(from).Year : 0);
        var rows = await RollupRows.ReadAsync(_calls, tables.Stats, userId, first, YearRow.SortKey(last.Year), scope);
        var isYear = rows.ToLookup(row => YearRow.IsKey(row[StatsTableSchema.SortKey].S));
        return ([.. isYear[true].Select(YearRow.Read)], [.. isYear[false].Select(row => RollupRow.Read(row).Month)]);
    }

    private async Task<MonthRollup[]> ReadRowsAsync(string userId, MonthRange range, RequestScope scope) =>
        [.. (await ReadDaysAsync(userId, range, scope)).Select(days => days.Month)];
}

/// <summary>Seals past years, one per request that found one unsealed.</summary>
internal sealed class YearSealing(IAmazonDynamoDB client, StorageTables tables, TimeProvider time)
{
    private const int Months = 12;

    // The response does not need the seal, so it does not wait for a retry.
    private readonly DynamoDbCalls _calls = new(client, new DynamoDbRetry(time, maxAttempts: 1));

    /// <summary>Seals the latest uncovered year, unless another write comes first.</summary>
    /// <param name="uncovered">From <see cref="SealedYears.Uncovered"/>.</param>
    /// <param name="years">All of the user's in the requested range.</param>
    /// <param name="months">All of the user's in <paramref name="uncovered"/>.</param>
    /// <param name="lastMonth">The last sealable month.</param>
    public async Task SealAsync(
        string userId, MonthRange uncovered, IReadOnlyList<YearRow> years, IReadOnlyList<MonthRollup> months, string lastMonth, RequestScope scope)
    {
        int year = LocalCalendar.FirstDay(uncovered.To!).Year;
        DateOnly last = LocalCalendar.FirstDay(lastMonth);
        int through = year == last.Year ? last.Month : Months;
        bool isFirst = years.Any(row => row.Year == year && row.Seal is { IsFirst: true })
            || (uncovered.From is null && !years.Any(row => row.Year < year) && !months.Any(month => LocalCalendar.FirstDay(month.Month).Year < year));
        try
        {
            if (years.FirstOrDefault(row => row.Year == year)?.Writes is null)
            {
                await _calls.UpdateItemAsync(YearRow.Begin(userId, year, tables.Stats), scope);
            }

            var seen = await YearSnapshot.ReadAsync(_calls, tables.Stats, userId, year, through, scope);
            if (seen.Row?.Writes is { } writes)
            {
                await _calls.UpdateItemAsync(YearRow.SetSeal(userId, new SealedYear(year, through, isFirst, seen.Months), writes, tables.Stats), scope);
            }
        }
        catch (Exception exception) when (exception is StorageConflictException or StorageUnavailableException)
        {
            // The next request seals the year.
        }
    }
}

/// <summary>Reads a user's rows of the statistics table.</summary>
internal static class RollupRows
{
    private const string Lowest = "0";

    // Above all digits, which months start with.
    private const string Highest = ":";

    /// <summary>In order of the months.</summary>
    public static async Task<List<Dictionary<string, AttributeValue>>> ReadMonthsAsync(
        DynamoDbCalls calls, string table, string userId, MonthRange range, RequestScope scope) =>
        range.IsEmpty ? [] : await ReadAsync(calls, table, userId, range.From ?? Lowest, range.To ?? Highest, scope);

    /// <summary>In order of the sort keys, inclusive; DynamoDB refuses reversed bounds.</summary>
    public static async Task<List<Dictionary<string, AttributeValue>>> ReadAsync(
        DynamoDbCalls calls, string table, string userId, string first, string last, RequestScope scope)
    {
        var rows = new List<Dictionary<string, AttributeValue>>();
        var query = new QueryRequest
        {
            TableName = table,
            KeyConditionExpression = $"{StatsTableSchema.PartitionKey} = :user AND #month BETWEEN :first AND :last",
            ExpressionAttributeNames = new() { ["#month"] = StatsTableSchema.SortKey },
            ExpressionAttributeValues = new() { [":user"] = new() { S = userId }, [":first"] = new() { S = first }, [":last"] = new() { S = last } },
            // An acknowledged workout must be in the next statistics.
            ConsistentRead = true,
        };
        do
        {
            rows.AddRange(await calls.QueryAsync(query, scope));
        }
        while (query.ExclusiveStartKey is { Count: > 0 });

        return rows;
    }
}
