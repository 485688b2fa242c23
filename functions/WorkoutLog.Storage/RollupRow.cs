using System.Globalization;
using System.Runtime.InteropServices;
using Amazon.DynamoDBv2.Model;
using WorkoutLog.Contracts;
using WorkoutLog.Domain.Statistics;

namespace WorkoutLog.Storage;

/// <summary>A month's row.</summary>
internal static class RollupRow
{
    public static Dictionary<string, AttributeValue> Key(string userId, string month) => new()
    {
        [StatsTableSchema.PartitionKey] = new() { S = userId },
        [StatsTableSchema.SortKey] = new() { S = month },
    };

    public static MonthRollup Read(IReadOnlyDictionary<string, AttributeValue> row)
    {
        string month = row[StatsTableSchema.SortKey].S;
        var firstDay = DateOnly.ParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture);
        var byType = new Dictionary<string, Totals>(StringComparer.Ordinal);
        var byDay = new Dictionary<DateOnly, DayTotals>();
        var types = byType.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach ((string attribute, AttributeValue value) in row)
        {
            if (RollupAttributes.TryReadType(attribute, out ReadOnlySpan<char> type, out char measure))
            {
                ref Totals totals = ref CollectionsMarshal.GetValueRefOrAddDefault(types, type, out _);
                totals = With(totals, measure, value);
            }
            else if (RollupAttributes.TryReadDay(attribute, out int dayOfMonth, out measure))
            {
                ref DayTotals totals = ref CollectionsMarshal.GetValueRefOrAddDefault(byDay, firstDay.AddDays(dayOfMonth - 1), out _);
                totals = With(totals, measure, value);
            }
        }

        // What was deleted leaves a zero behind.
        RemoveWhere(byType, totals => totals.Workouts == 0);
        RemoveWhere(byDay, totals => totals.Workouts == 0);
        return new MonthRollup(month, byType, byDay, ReadUtcOffset(row));
    }

    /// <summary>How often the row was written; null for none.</summary>
    public static int? ReadWrites(IReadOnlyDictionary<string, AttributeValue> row) =>
        row.TryGetValue(RollupAttributes.Writes, out var writes) ? Numbers.ReadInt(writes) : null;

    private static TimeSpan ReadUtcOffset(IReadOnlyDictionary<string, AttributeValue> row) =>
        row.TryGetValue(RollupAttributes.UtcOffset, out var minutes) ? TimeSpan.FromMinutes(Numbers.ReadInt(minutes)) : TimeSpan.Zero;

    private static Totals With(Totals totals, char measure, AttributeValue value) => measure switch
    {
        RollupAttributes.Count => totals with { Workouts = Numbers.ReadInt(value) },
        RollupAttributes.Minutes => totals with { DurationMinutes = Numbers.ReadDecimal(value) },
        RollupAttributes.Calories => totals with { CaloriesBurned = Numbers.ReadDecimal(value) },
        _ => totals with { DistanceKm = Numbers.ReadDecimal(value) },
    };

    private static DayTotals With(DayTotals totals, char measure, AttributeValue value) => measure == RollupAttributes.Count
        ? totals with { Workouts = Numbers.ReadInt(value) }
        : totals with { DurationMinutes = Numbers.ReadDecimal(value) };

    private static void RemoveWhere<TKey, TValue>(Dictionary<TKey, TValue> groups, Func<TValue, bool> isOut)
        where TKey : notnull
    {
        foreach ((TKey key, TValue value) in groups)
        {
            if (isOut(value))
            {
                groups.Remove(key);
            }
        }
    }
}

/// <summary>Adds deltas to their month's row, which comes into being with its first workout.</summary>
internal static class RollupUpdate
{
    /// <param name="deltas">Of one user and month, in order: DynamoDB takes one update of an item in a transaction.</param>
    public static Update Of(IReadOnlyList<RollupDelta> deltas, string table)
    {
        (string Attribute, decimal Amount)[] additions = [(RollupAttributes.Writes, 1), .. RollupAdditions.Of(deltas)];
        RollupDelta last = deltas[^1];
        var update = new Update
        {
            TableName = table,
            Key = RollupRow.Key(last.UserId, last.Month),
            UpdateExpression = "SET #o = :o ADD " + string.Join(", ", additions.Select((_, i) => $"#{i} :{i}")),
            ExpressionAttributeNames = additions.Select((addition, i) => ($"#{i}", addition.Attribute)).ToDictionary(),
            ExpressionAttributeValues = additions.Select((addition, i) => ($":{i}", Numbers.Of(addition.Amount))).ToDictionary(),
        };
        update.ExpressionAttributeNames["#o"] = RollupAttributes.UtcOffset;
        update.ExpressionAttributeValues[":o"] = Numbers.Of((int)last.UtcOffset.TotalMinutes);
        return update;
    }
}
