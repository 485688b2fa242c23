using System.Globalization;
using Amazon.DynamoDBv2.Model;
using WorkoutLog.Contracts;
using WorkoutLog.Domain;
using WorkoutLog.Domain.Statistics;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Storage;

/// <summary>A year's row of the statistics table: the seal over its past months, and a count of the writes that removed one.</summary>
/// <remarks>
/// A write to a month that may be sealed removes the seal in the same transaction, so an existing seal is exact. A reader sets
/// it again, from a consistent snapshot of the months and the count, if the count is unchanged.
/// </remarks>
/// <param name="Writes">Null if no write has changed the row.</param>
/// <param name="Seal">Null for none, and for one written by a later version.</param>
internal sealed record YearRow(int Year, int? Writes, SealedYear? Seal)
{
    // Sorts after all months: one query returns the latest months and all years; queries of earlier versions end before the years.
    private const string Prefix = ":";

    public static string SortKey(int year) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{year:0000}");

    public static bool IsKey(string sortKey) => sortKey.StartsWith(Prefix, StringComparison.Ordinal);

    public static YearRow Read(IReadOnlyDictionary<string, AttributeValue> row)
    {
        int year = int.Parse(row[StatsTableSchema.SortKey].S.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture);
        return new YearRow(year, RollupRow.ReadWrites(row), row.TryGetValue(StatsTableSchema.Seal, out var seal) ? YearSeal.Read(year, seal.B) : null);
    }

    /// <summary>Removes the seal; creates a missing row, so that readers see the year.</summary>
    public static TransactWriteItem Unseal(string userId, int year, string table) => new()
    {
        Update = new()
        {
            TableName = table,
            Key = RollupRow.Key(userId, SortKey(year)),
            UpdateExpression = "ADD #writes :one REMOVE #seal",
            ExpressionAttributeNames = new() { ["#writes"] = StatsTableSchema.Writes, ["#seal"] = StatsTableSchema.Seal },
            ExpressionAttributeValues = new() { [":one"] = Numbers.Of(1) },
        },
    };

    /// <summary>Starts the count of writes. A seal requires it, so that none is set after the user is erased.</summary>
    public static UpdateItemRequest Begin(string userId, int year, string table) => new()
    {
        TableName = table,
        Key = RollupRow.Key(userId, SortKey(year)),
        UpdateExpression = "ADD #writes :one",
        ExpressionAttributeNames = new() { ["#writes"] = StatsTableSchema.Writes },
        ExpressionAttributeValues = new() { [":one"] = Numbers.Of(1) },
    };

    /// <summary>Sets a seal, unless another write came first.</summary>
    /// <param name="writes">The row's count when the months were read.</param>
    public static UpdateItemRequest SetSeal(string userId, SealedYear seal, int writes, string table) => new()
    {
        TableName = table,
        Key = RollupRow.Key(userId, SortKey(seal.Year)),
        UpdateExpression = "SET #seal = :seal",
        ConditionExpression = "#writes = :writes",
        ExpressionAttributeNames = new() { ["#writes"] = StatsTableSchema.Writes, ["#seal"] = StatsTableSchema.Seal },
        ExpressionAttributeValues = new() { [":seal"] = new() { B = YearSeal.Write(seal) }, [":writes"] = Numbers.Of(writes) },
    };
}

/// <summary>A consistent snapshot of a year's row and its months.</summary>
/// <param name="Row">Null for none.</param>
/// <param name="Months">Those with a row, in order.</param>
internal sealed record YearSnapshot(YearRow? Row, IReadOnlyList<MonthRollup> Months)
{
    /// <param name="through">The last month to read, 1–12.</param>
    /// <exception cref="StorageUnavailableException"/>
    public static async Task<YearSnapshot> ReadAsync(DynamoDbCalls calls, string table, string userId, int year, int through, RequestScope scope)
    {
        var months = Enumerable.Range(1, through).Select(month => LocalCalendar.Month(new DateOnly(year, month, 1)));
        var seen = await calls.TransactGetItemsAsync(table, months.Prepend(YearRow.SortKey(year)).Select(sortKey => RollupRow.Key(userId, sortKey)), scope);
        return new YearSnapshot(
            seen[0] is { } row ? YearRow.Read(row) : null,
            [.. seen.Skip(1).OfType<IReadOnlyDictionary<string, AttributeValue>>().Select(found => RollupRow.Read(found).Month)]);
    }
}
