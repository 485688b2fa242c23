using System.Globalization;
using Amazon.DynamoDBv2.Model;
using WorkoutLog.Storage.Rollups;

namespace WorkoutLog.Storage.Repair;

/// <summary>A month's row beside the sums over the month's workouts.</summary>
/// <param name="Row">As it is stored; null for none.</param>
internal sealed record MonthAudit(string Month, IReadOnlyDictionary<string, AttributeValue>? Row, IReadOnlyDictionary<string, decimal> Sums)
{
    /// <summary>How often the row was written; null for a row that is not there.</summary>
    public int? Writes => Row is null ? null : RollupRow.ReadWrites(Row);

    /// <summary>Sorted by measure.</summary>
    public IReadOnlyList<RollupDifference> Differences() =>
    [
        .. Sums.Keys.Concat(Row?.Keys.Where(RollupAttributes.IsSum) ?? [])
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Select(measure => new RollupDifference(Month, measure, Stored(measure), Sums.GetValueOrDefault(measure)))
            .Where(difference => difference.Stored != difference.Recomputed),
    ];

    /// <summary>The row as it should be; what is not a sum stays, and one more write is counted.</summary>
    public Dictionary<string, AttributeValue> Mended(string userId)
    {
        var row = RollupRow.Key(userId, Month);
        foreach ((string attribute, AttributeValue value) in Row ?? new Dictionary<string, AttributeValue>())
        {
            if (!RollupAttributes.IsSum(attribute))
            {
                row[attribute] = value;
            }
        }

        foreach ((string attribute, decimal sum) in Sums)
        {
            row[attribute] = Numbers.Of(sum);
        }

        row[RollupAttributes.Writes] = Numbers.Of((Writes ?? 0) + 1);
        return row;
    }

    private decimal? Stored(string measure)
    {
        if (Row is null || !Row.TryGetValue(measure, out var value))
        {
            return 0;
        }

        return decimal.TryParse(value.N, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null;
    }
}
