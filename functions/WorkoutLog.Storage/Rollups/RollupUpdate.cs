using Amazon.DynamoDBv2.Model;
using WorkoutLog.Contracts;
using WorkoutLog.Domain.Statistics;

namespace WorkoutLog.Storage.Rollups;

/// <summary>Adds a delta to its month's row, which comes into being with its first workout.</summary>
internal static class RollupUpdate
{
    public static Update Of(RollupDelta delta, string table)
    {
        List<(string Attribute, AttributeValue Amount)> additions = [.. Additions(delta)];
        return new Update
        {
            TableName = table,
            Key = new Dictionary<string, AttributeValue>
            {
                [StatsTableSchema.PartitionKey] = new() { S = delta.UserId },
                [StatsTableSchema.SortKey] = new() { S = delta.Month },
            },
            UpdateExpression = "ADD " + string.Join(", ", additions.Select((_, i) => $"#{i} :{i}")),
            ExpressionAttributeNames = additions.Select((a, i) => ($"#{i}", a.Attribute)).ToDictionary(),
            ExpressionAttributeValues = additions.Select((a, i) => ($":{i}", a.Amount)).ToDictionary(),
        };
    }

    private static IEnumerable<(string, AttributeValue)> Additions(RollupDelta delta)
    {
        Totals totals = delta.Totals;
        yield return (RollupAttributes.OfType(delta.Type, RollupAttributes.Count), Numbers.Of(totals.Workouts));
        yield return (RollupAttributes.OfType(delta.Type, RollupAttributes.Minutes), Numbers.Of(totals.DurationMinutes));
        yield return (RollupAttributes.OfDay(delta.DayOfMonth, RollupAttributes.Count), Numbers.Of(totals.Workouts));
        yield return (RollupAttributes.OfDay(delta.DayOfMonth, RollupAttributes.Minutes), Numbers.Of(totals.DurationMinutes));

        // A zero would only make the row longer.
        if (totals.CaloriesBurned != 0)
        {
            yield return (RollupAttributes.OfType(delta.Type, RollupAttributes.Calories), Numbers.Of(totals.CaloriesBurned));
        }

        if (totals.DistanceKm != 0)
        {
            yield return (RollupAttributes.OfType(delta.Type, RollupAttributes.Distance), Numbers.Of(totals.DistanceKm));
        }
    }
}
