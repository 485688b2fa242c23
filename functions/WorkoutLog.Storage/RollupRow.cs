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
        Span<Totals> byDay = stackalloc Totals[RollupAttributes.LastDay];
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
                byDay[dayOfMonth - 1] = With(byDay[dayOfMonth - 1], measure, value);
            }
        }

        var days = new List<KeyValuePair<DateOnly, Totals>>(byDay.Length);
        for (int day = 0; day < byDay.Length; day++)
        {
            if (byDay[day].Workouts != 0)
            {
                days.Add(new(firstDay.AddDays(day), byDay[day]));
            }
        }

        // What was deleted leaves a zero behind.
        foreach ((string type, Totals totals) in byType)
        {
            if (totals.Workouts == 0)
            {
                byType.Remove(type);
            }
        }

        var unstated = new Unstated(ReadCount(row, RollupAttributes.WithoutCalories), ReadCount(row, RollupAttributes.WithoutDistance));
        return new MonthRollup(month, byType, days, unstated);
    }

    /// <summary>How often the row was written; null for none.</summary>
    public static int? ReadWrites(IReadOnlyDictionary<string, AttributeValue> row) =>
        row.TryGetValue(RollupAttributes.Writes, out var writes) ? Numbers.ReadInt(writes) : null;

    // An earlier version left the counts and the sums by day out. A workout of its time that is deleted takes from them what was never
    // added, until a repair.
    private static int ReadCount(IReadOnlyDictionary<string, AttributeValue> row, string attribute) =>
        row.TryGetValue(attribute, out var count) ? Math.Max(0, Numbers.ReadInt(count)) : 0;

    private static decimal ReadSum(AttributeValue value) => Math.Max(0, Numbers.ReadDecimal(value));

    private static Totals With(Totals totals, char measure, AttributeValue value) => measure switch
    {
        RollupAttributes.Count => totals with { Workouts = Numbers.ReadInt(value) },
        RollupAttributes.Minutes => totals with { DurationMinutes = Numbers.ReadDecimal(value) },
        RollupAttributes.Calories => totals with { CaloriesBurned = ReadSum(value) },
        _ => totals with { DistanceKm = ReadSum(value) },
    };
}

/// <summary>Adds deltas to their month's row, which comes into being with its first workout.</summary>
internal static class RollupUpdate
{
    /// <param name="deltas">Of one user and month, in order: DynamoDB takes one update of an item in a transaction.</param>
    public static Update Of(IReadOnlyList<RollupDelta> deltas, string table)
    {
        (string Attribute, decimal Amount)[] additions = [(RollupAttributes.Writes, 1), .. RollupAdditions.Of(deltas)];
        return new Update
        {
            TableName = table,
            Key = RollupRow.Key(deltas[0].UserId, deltas[0].Month),
            UpdateExpression = "ADD " + string.Join(", ", additions.Select((_, i) => $"#{i} :{i}")),
            ExpressionAttributeNames = additions.Select((addition, i) => ($"#{i}", addition.Attribute)).ToDictionary(),
            ExpressionAttributeValues = additions.Select((addition, i) => ($":{i}", Numbers.Of(addition.Amount))).ToDictionary(),
        };
    }
}
