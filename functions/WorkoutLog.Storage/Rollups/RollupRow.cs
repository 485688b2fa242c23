using System.Globalization;
using Amazon.DynamoDBv2.Model;
using WorkoutLog.Contracts;
using WorkoutLog.Domain.Statistics;

namespace WorkoutLog.Storage.Rollups;

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
        foreach ((string attribute, AttributeValue value) in row)
        {
            if (RollupAttributes.TryReadType(attribute, out string? type, out string measure))
            {
                byType[type] = byType.GetValueOrDefault(type) + ReadTotals(measure, value);
            }
            else if (RollupAttributes.TryReadDay(attribute, out int dayOfMonth, out measure))
            {
                DateOnly day = firstDay.AddDays(dayOfMonth - 1);
                byDay[day] = byDay.GetValueOrDefault(day) + ReadDayTotals(measure, value);
            }
        }

        // What was deleted leaves a zero behind.
        return new MonthRollup(
            month,
            byType.Where(type => type.Value.Workouts != 0).ToDictionary(StringComparer.Ordinal),
            byDay.Where(day => day.Value.Workouts != 0).ToDictionary(),
            ReadUtcOffset(row));
    }

    /// <summary>How often the row was written; null for none.</summary>
    public static int? ReadWrites(IReadOnlyDictionary<string, AttributeValue> row) =>
        row.TryGetValue(RollupAttributes.Writes, out var writes) ? Numbers.ReadInt(writes) : null;

    private static TimeSpan ReadUtcOffset(IReadOnlyDictionary<string, AttributeValue> row) =>
        row.TryGetValue(RollupAttributes.UtcOffset, out var minutes) ? TimeSpan.FromMinutes(Numbers.ReadInt(minutes)) : TimeSpan.Zero;

    private static Totals ReadTotals(string measure, AttributeValue value) => measure switch
    {
        RollupAttributes.Count => new Totals(Numbers.ReadInt(value), 0, 0, 0),
        RollupAttributes.Minutes => new Totals(0, Numbers.ReadDecimal(value), 0, 0),
        RollupAttributes.Calories => new Totals(0, 0, Numbers.ReadDecimal(value), 0),
        _ => new Totals(0, 0, 0, Numbers.ReadDecimal(value)),
    };

    private static DayTotals ReadDayTotals(string measure, AttributeValue value) => measure == RollupAttributes.Count
        ? new DayTotals(Numbers.ReadInt(value), 0)
        : new DayTotals(0, Numbers.ReadDecimal(value));
}
