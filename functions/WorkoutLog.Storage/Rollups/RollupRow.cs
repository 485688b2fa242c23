using Amazon.DynamoDBv2.Model;
using WorkoutLog.Contracts;
using WorkoutLog.Domain.Statistics;

namespace WorkoutLog.Storage.Rollups;

/// <summary>Reads a month's row.</summary>
internal static class RollupRow
{
    public static MonthRollup Read(IReadOnlyDictionary<string, AttributeValue> row)
    {
        var byType = new Dictionary<string, Totals>(StringComparer.Ordinal);
        foreach ((string name, AttributeValue value) in row)
        {
            int separator = name.LastIndexOf(RollupAttributes.Separator);
            if (separator > 0)
            {
                string type = name[..separator];
                byType[type] = byType.GetValueOrDefault(type) + Read(name[(separator + 1)..], value);
            }
        }

        return new MonthRollup(row[StatsTableSchema.SortKey].S, byType);
    }

    private static Totals Read(string measure, AttributeValue value) => measure switch
    {
        RollupAttributes.Count => new Totals(Numbers.ReadInt(value), 0, 0, 0),
        RollupAttributes.Minutes => new Totals(0, Numbers.ReadDecimal(value), 0, 0),
        RollupAttributes.Calories => new Totals(0, 0, Numbers.ReadDecimal(value), 0),
        RollupAttributes.Distance => new Totals(0, 0, 0, Numbers.ReadDecimal(value)),
        // A measure of a later release must not make this one fail.
        _ => default,
    };
}
