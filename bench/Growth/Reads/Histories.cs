using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using WorkoutLog.Bench.Growth.Seeding;
using WorkoutLog.Contracts;
using WorkoutLog.Domain;
using WorkoutLog.Local.Client;
using WorkoutLog.Storage;

namespace WorkoutLog.Bench.Growth.Reads;

/// <summary>Creates users with histories of different lengths.</summary>
internal sealed class Histories(MeasuredStack stack, Action<string> say)
{
    public async Task<History> CreateAsync(int logs, CancellationToken cancellation)
    {
        long start = stack.Time.GetTimestamp();
        string userId = string.Create(CultureInfo.InvariantCulture, $"logs-{logs}");
        DateOnly today = LocalCalendar.Day(stack.Time.GetUtcNow());
        Workout[] workouts = [.. WorkoutHistory.Of(userId, logs, today, stack.Types)];
        await new HistorySeeder(stack.DynamoDb, stack.Tables, stack.Time).SeedAsync(workouts, cancellation);
        double seconds = stack.Time.GetElapsedTime(start).TotalSeconds;
        say(string.Create(CultureInfo.InvariantCulture, $"  {logs:#,0} logs in {seconds:0.0} s; the month rows match their sums"));

        string type = stack.Types[0];
        return new History(
            userId,
            logs,
            workouts.Select(workout => LocalCalendar.Month(LocalCalendar.Day(workout.Timestamp))).Distinct().Count(),
            await WalkAsync($"/workouts/{userId}?", logs / 2, cancellation),
            await WalkAsync($"/workouts/{userId}?{QueryParameters.Type}={type}&", workouts.Count(workout => workout.Type == type) / 2, cancellation));
    }

    // Page by page, like a client.
    private async Task<PagePlace> WalkAsync(string list, int steps, CancellationToken cancellation)
    {
        PagePlace? place = null;
        for (int left = steps; left > 0;)
        {
            int limit = Math.Min(left, ApiLimits.MaxPageSize);
            string cursor = place is null ? "" : $"&{QueryParameters.Cursor}={place.Cursor}";
            ApiAnswer answer = await stack.CallAsync(HttpMethod.Get, $"{list}{QueryParameters.Limit}={limit}{cursor}", null, 200, cancellation);
            place = PlaceOf(answer.Json);
            left -= answer.Json["items"]!.AsArray().Count;
        }

        return place ?? throw new UnreachableException("A history has at least two logs of the first type.");
    }

    private static PagePlace PlaceOf(JsonNode page)
    {
        string last = page["items"]!.AsArray()[^1]!["workoutId"]!.GetValue<string>();
        return WorkoutId.TryParse(last, out WorkoutId id)
            ? new PagePlace(page["nextCursor"]!.GetValue<string>(), id)
            : throw new InvalidOperationException($"The API returned a workout with the invalid id {last}.");
    }
}
