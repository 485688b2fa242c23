using System.Runtime.InteropServices;
using Amazon.DynamoDBv2.Model;
using WorkoutLog.Contracts;
using WorkoutLog.Domain;
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

    public static DailyRollup Read(IReadOnlyDictionary<string, AttributeValue> row)
    {
        string month = row[StatsTableSchema.SortKey].S;
        DateOnly firstDay = LocalCalendar.FirstDay(month);
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

        var activeDays = default(ActiveDays);
        var days = new List<KeyValuePair<DateOnly, Totals>>(byDay.Length);
        for (int day = 0; day < byDay.Length; day++)
        {
            if (byDay[day].Workouts != 0)
            {
                activeDays = activeDays.With(day + 1);
                days.Add(new(firstDay.AddDays(day), byDay[day]));
            }
        }

        // A deleted workout leaves a zero.
        foreach ((string type, Totals totals) in byType)
        {
            if (totals.Workouts == 0)
            {
                byType.Remove(type);
            }
        }

        var unstated = new Unstated(ReadCount(row, RollupAttributes.WithoutCalories), ReadCount(row, RollupAttributes.WithoutDistance));
        return new DailyRollup(new MonthRollup(month, byType, activeDays, unstated), days);
    }

    /// <summary>How often the row was written; null for none.</summary>
    public static int? ReadWrites(IReadOnlyDictionary<string, AttributeValue> row) =>
        row.TryGetValue(StatsTableSchema.Writes, out var writes) ? Numbers.ReadInt(writes) : null;

    // An earlier version did not write the counts and the sums by day. Deleting one of its workouts subtracts values that were never
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

/// <summary>Adds deltas to the rows of their months; the first workout of a month creates its row.</summary>
internal static class RollupUpdates
{
    /// <returns>One update per month, and one per year with a seal that may include the month: DynamoDB allows one write per item in a transaction.</returns>
    /// <param name="deltas">Of one user.</param>
    public static IEnumerable<TransactWriteItem> Of(IReadOnlyCollection<RollupDelta> deltas, string table, DateTimeOffset now) =>
    [
        .. deltas.GroupBy(delta => delta.Month).Select(ofMonth => new TransactWriteItem { Update = OfMonth([.. ofMonth], table) }),
        .. Unseal(deltas.First().UserId, deltas.Select(delta => delta.Month), table, now),
    ];

    /// <summary>The updates that remove seals that may include the months.</summary>
    public static IEnumerable<TransactWriteItem> Unseal(string userId, IEnumerable<string> months, string table, DateTimeOffset now) => months
        .Where(month => SealedYear.MayHold(month, now))
        .Select(month => LocalCalendar.FirstDay(month).Year)
        .Distinct()
        .Select(year => YearRow.Unseal(userId, year, table));

    private static Update OfMonth(IReadOnlyList<RollupDelta> deltas, string table)
    {
        (string Attribute, decimal Amount)[] additions = [(StatsTableSchema.Writes, 1), .. RollupAdditions.Of(deltas)];
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
