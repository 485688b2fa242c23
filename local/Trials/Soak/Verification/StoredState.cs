using WorkoutLog.Storage;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Local.Soak.Verification;

/// <summary>What stands in the tables of a run, read past the functions.</summary>
internal sealed record StoredState(ImmutableArray<FoundWorkout> Workouts, ImmutableArray<(string UserId, RollupDifference Difference)> Differences)
{
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(5);

    public static async Task<StoredState> ReadAsync(LocalRun run, IEnumerable<string> userIds, TimeProvider clock)
    {
        var names = run.Description.Tables.ToDictionary(table => table.Name, table => table.Outputs["name"]!.GetValue<string>(), StringComparer.Ordinal);
        var tables = new StorageTables(Logs: names["logs"], Stats: names["stats"]);
        using var client = DynamoDbClients.Create(run.DynamoDb.Endpoint, DynamoDbLocal.Region, DynamoDbLocal.Credentials(run.DynamoDb.AccessKeyId));
        var retry = new DynamoDbRetry(clock);
        var audit = new RollupAudit(client, tables, retry, clock);
        var scope = new RequestScope(new Deadline(clock, _limit));
        var workouts = ImmutableArray.CreateBuilder<FoundWorkout>();
        var differences = ImmutableArray.CreateBuilder<(string, RollupDifference)>();
        foreach (var userId in userIds)
        {
            workouts.AddRange(await WorkoutsAsync(new WorkoutReader(client, tables, retry), userId, scope));
            differences.AddRange((await audit.AuditAsync(userId, scope)).Select(difference => (userId, difference)));
        }

        return new StoredState(workouts.ToImmutable(), differences.ToImmutable());
    }

    private static async Task<List<FoundWorkout>> WorkoutsAsync(WorkoutReader reader, string userId, RequestScope scope)
    {
        var found = new List<FoundWorkout>();
        StoredPage? page = null;
        do
        {
            page = await reader.ListAsync(new WorkoutQuery(userId, Type: null, TimeRange.All, ApiLimits.MaxExportPageSize, page?.Next), scope);
            found.AddRange(page.Workouts.Select(FoundWorkout.Of));
        }
        while (page.Next is not null);

        return found;
    }
}

/// <summary>A workout as it stands in the table after all.</summary>
/// <param name="Timestamp">In the API's own form.</param>
internal sealed record FoundWorkout(string UserId, string Id, string Timestamp, int Version, Content Content)
{
    public static FoundWorkout Of(StoredWorkout stored)
    {
        var workout = stored.Workout;
        return new FoundWorkout(
            workout.UserId, stored.Id.ToString(), LocalTimestamp.Format(workout.Timestamp), stored.Version,
            new Content(workout.Type, workout.DurationMinutes, workout.CaloriesBurned, workout.DistanceKm, workout.Notes ?? ""));
    }

    public override string ToString() => $"{Id} of {UserId}, version {Version}, {Content}";
}
