using Amazon.DynamoDBv2.Model;
using WorkoutLog.Domain.Statistics;

namespace WorkoutLog.Storage.Rollups;

/// <summary>Adds a delta to its month's row, which comes into being with its first workout.</summary>
internal static class RollupUpdate
{
    public static Update Of(RollupDelta delta, string table)
    {
        (string Attribute, decimal Amount)[] additions = [(RollupAttributes.Writes, 1), .. RollupAdditions.Of(delta)];
        var update = new Update
        {
            TableName = table,
            Key = RollupRow.Key(delta.UserId, delta.Month),
            UpdateExpression = "SET #o = :o ADD " + string.Join(", ", additions.Select((_, i) => $"#{i} :{i}")),
            ExpressionAttributeNames = additions.Select((addition, i) => ($"#{i}", addition.Attribute)).ToDictionary(),
            ExpressionAttributeValues = additions.Select((addition, i) => ($":{i}", Numbers.Of(addition.Amount))).ToDictionary(),
        };
        update.ExpressionAttributeNames["#o"] = RollupAttributes.UtcOffset;
        update.ExpressionAttributeValues[":o"] = Numbers.Of((int)delta.UtcOffset.TotalMinutes);
        return update;
    }
}
