using Amazon.DynamoDBv2.Model;
using WorkoutLog.Storage;

namespace WorkoutLog.Local.Soak.Verification;

/// <summary>The content of a run's tables, read directly.</summary>
/// <param name="Pointers">One line for each workout without its pointer, and for each pointer to no workout.</param>
internal sealed record StoredState(
    ImmutableArray<FoundWorkout> Workouts, ImmutableArray<(string UserId, RollupDifference Difference)> Differences, ImmutableArray<string> Pointers)
{
    public static async Task<StoredState> ReadAsync(RunTables tables, IEnumerable<string> userIds, TimeProvider clock)
    {
        var audit = new RollupAudit(tables.Client, tables.Names, tables.Retry, clock);
        var scope = tables.Scope();
        var workouts = ImmutableArray.CreateBuilder<FoundWorkout>();
        var differences = ImmutableArray.CreateBuilder<(string, RollupDifference)>();
        var pointers = ImmutableArray.CreateBuilder<string>();
        foreach (var userId in userIds)
        {
            var stored = await WorkoutsAsync(new WorkoutReader(tables.Client, tables.Names, tables.Retry), userId, scope);
            workouts.AddRange(stored.Select(FoundWorkout.Of));
            differences.AddRange((await audit.AuditAsync(userId, scope)).Select(difference => (userId, difference)));
            var (wanted, found) = (stored.SelectMany(PointersTo).ToHashSet(), await PointersAsync(tables, userId));
            pointers.AddRange(wanted.Except(found).Select(pointer => $"{userId} lacks the item {pointer}."));
            pointers.AddRange(found.Except(wanted).Select(pointer => $"{userId} has the item {pointer}, which points to no workout."));
        }

        return new StoredState(workouts.ToImmutable(), differences.ToImmutable(), pointers.ToImmutable());
    }

    private static async Task<List<StoredWorkout>> WorkoutsAsync(WorkoutReader reader, string userId, RequestScope scope)
    {
        var found = new List<StoredWorkout>();
        StoredPage? page = null;
        do
        {
            page = await reader.ListAsync(new WorkoutQuery(userId, Type: null, TimeRange.All, ApiLimits.MaxExportPageSize, page?.Next), scope);
            found.AddRange(page.Workouts);
        }
        while (page.Next is not null);

        return found;
    }

    private static IEnumerable<string> PointersTo(StoredWorkout stored) =>
    [
        .. stored.IsMoved ? [$"ALIAS#{stored.Id.SortKey} -> {stored.Place.SortKey}"] : (string[])[],
        .. stored.Workout.ExternalId is { } externalId ? [$"EXTERNAL#{externalId} -> {stored.Id.SortKey}"] : (string[])[],
    ];

    private static async Task<HashSet<string>> PointersAsync(RunTables tables, string userId)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var query = new QueryRequest(tables.Names.Logs)
        {
            ConsistentRead = true,
            KeyConditionExpression = $"{LogsTableSchema.PartitionKey} = :user AND {LogsTableSchema.SortKey} BETWEEN :first AND :last",
            ExpressionAttributeValues = new() { [":user"] = new(userId), [":first"] = new("ALIAS#"), [":last"] = new("EXTERNAL#~") },
        };
        do
        {
            var page = await tables.Client.QueryAsync(query);
            // The range also contains the last day's deletion markers.
            found.UnionWith((page.Items ?? []).Where(item => item.ContainsKey("workout")).Select(item => $"{item[LogsTableSchema.SortKey].S} -> {item["workout"].S}"));
            query.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (query.ExclusiveStartKey is { Count: > 0 });

        return found;
    }
}

/// <summary>A workout as stored in the table.</summary>
/// <param name="ExternalId">Null for none.</param>
internal sealed record FoundWorkout(string UserId, string Id, string? ExternalId, int Version, Content Content)
{
    public static FoundWorkout Of(StoredWorkout stored)
    {
        var workout = stored.Workout;
        return new FoundWorkout(
            workout.UserId, stored.Id.ToString(), workout.ExternalId, stored.Version, new Content(
                workout.Type, workout.DurationMinutes, workout.CaloriesBurned, workout.DistanceKm, LocalTimestamp.Format(workout.Timestamp), workout.Notes ?? ""));
    }

    public override string ToString() => $"{Id} of {UserId}, version {Version}, {Content}";
}
