using WorkoutLog.Domain;
using WorkoutLog.Storage.Calls;
using WorkoutLog.Storage.Keys;

namespace WorkoutLog.Storage.Reads;

/// <summary>Reads all workouts of a user in a time range, one page in memory at a time.</summary>
internal static class LogScan
{
    public static async IAsyncEnumerable<Workout> ReadAsync(DynamoDbCalls calls, string table, string userId, TimeRange range, RequestScope scope)
    {
        var request = LogQuery.Of(table, userId, type: null, SortKeyRange.Of(range));
        do
        {
            foreach (var item in await calls.QueryAsync(request, scope))
            {
                Workout workout = LogItem.Read(item).Workout;
                if (range.Contains(workout.Timestamp))
                {
                    yield return workout;
                }
            }
        }
        while (request.ExclusiveStartKey is { Count: > 0 });
    }
}
