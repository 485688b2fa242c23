using Amazon.DynamoDBv2.Model;
using WorkoutLog.Functions.Tests.Support;
using WorkoutLog.Storage.Keys;

namespace WorkoutLog.Functions.Tests.Storage;

/// <summary>Many workouts straight in the logs table, without their roll-ups: a quick way to a long history.</summary>
internal static class BulkLogs
{
    private const int BatchSize = 25;

    /// <summary>Runs of 30 minutes in May and June 2026, several a day.</summary>
    public static Task WriteAsync(DynamoDbFixture dynamoDb, string userId, int count, string notes) => Parallel.ForEachAsync(
        Enumerable.Range(0, count).Chunk(BatchSize),
        async (numbers, cancellation) => await dynamoDb.Client.BatchWriteItemAsync(
            new BatchWriteItemRequest
            {
                RequestItems = new() { [dynamoDb.Tables.Logs] = [.. numbers.Select(number => new WriteRequest(new PutRequest(Item(userId, number, notes))))] },
            },
            cancellation));

    private static Dictionary<string, AttributeValue> Item(string userId, int number, string notes) => new()
    {
        ["userId"] = new() { S = userId },
        ["workoutTimestamp"] = new() { S = WorkoutId.New(new DateTimeOffset(2026, 5, 1 + (number % 28), 8, 0, 0, TimeSpan.Zero).AddMonths(number % 2)).SortKey },
        ["userIdType"] = new() { S = $"{userId}#RUN" },
        ["type"] = new() { S = "RUN" },
        ["minutes"] = new() { N = "30" },
        ["notes"] = new() { S = notes },
        ["utcOffset"] = new() { N = "0" },
        ["version"] = new() { N = "1" },
    };
}
