using Amazon.DynamoDBv2.Model;

namespace WorkoutLog.Functions.Tests.Storage;

/// <summary>A workout that moves in time keeps its id, and is always found by it.</summary>
[Collection(DynamoDbCollection.Name)]
public sealed class MoveTests(DynamoDbFixture dynamoDb)
{
    private static readonly DateTimeOffset _june = Workouts.Moment("2026-06-09T07:30:00+02:00");

    private readonly string _user = DynamoDbFixture.NewUser();

    [Fact]
    public async Task The_workout_the_index_and_both_months_are_updated_in_one_transaction()
    {
        var stored = await dynamoDb.LogAsync(Workouts.Of(_user) with { CaloriesBurned = 300 });
        var client = new InterceptedDynamoDb(dynamoDb.Client);

        var moved = await MoveAsync(stored, _june, client: client);

        Assert.Equal((stored.Id, 2, _june), (moved.Id, moved.Version, moved.Workout.Timestamp));
        Assert.Equal((1, 1, 0), client.Calls);
        Assert.Equal(moved, await GetAsync(stored.Id));
        Assert.Equal([$"ALIAS#{stored.Id.SortKey}", moved.Place.SortKey], await SortKeysAsync());
        Assert.Equal([moved], await ListAsync(null));
        Assert.Equal([moved], await ListAsync("RUN"));
        Assert.Equal(["2026-05: 01m=0 01n=0 RUN.c=0 RUN.m=0 RUN.n=0", "2026-06: 09m=30 09n=1 RUN.c=300 RUN.m=30 RUN.n=1"], await RollupsAsync());
    }

    [Fact]
    public async Task Within_a_month_the_row_is_updated_once_and_a_move_back_leaves_no_trace()
    {
        var stored = await dynamoDb.LogAsync(Workouts.Of(_user));

        var there = await MoveAsync(stored, stored.Workout.Timestamp.AddDays(2));
        Assert.Equal(["2026-05: 01m=0 01n=0 03m=30 03n=1 RUN.m=30 RUN.n=1"], await RollupsAsync());
        var back = await MoveAsync(there, stored.Workout.Timestamp);

        Assert.Equal(stored with { Version = 3 }, back);
        Assert.Equal([stored.Id.SortKey], await SortKeysAsync());
        Assert.DoesNotContain("id", Assert.Single(await dynamoDb.LogsOfAsync(_user)).Keys);
        Assert.Equal("3", Assert.Single(await dynamoDb.RollupsOfAsync(_user))["v"].N);
    }

    [Fact]
    public async Task Another_offset_at_the_same_instant_changes_only_the_local_day()
    {
        var stored = await dynamoDb.LogAsync(Workouts.Of(_user));

        await MoveAsync(stored, stored.Workout.Timestamp.ToUniversalTime());

        Assert.Equal([stored.Id.SortKey], await SortKeysAsync());
        Assert.Equal(["2026-04: 30m=30 30n=1 RUN.m=30 RUN.n=1", "2026-05: 01m=0 01n=0 RUN.m=0 RUN.n=0"], await RollupsAsync());
    }

    [Fact]
    public async Task Edits_and_deletions_find_a_workout_that_moved_and_leave_nothing_behind()
    {
        var moved = await MoveAsync(await dynamoDb.LogAsync(Workouts.Of(_user)), _june);

        var edited = await MoveAsync(moved, _june, workout => workout with { DurationMinutes = 45 });
        Assert.Equal(3, edited.Version);
        Assert.Equal(edited, await GetAsync(moved.Id));
        Assert.Equal(new EditOutcome.Done(edited), await dynamoDb.DeleteAsync(edited));

        Assert.Null(await GetAsync(moved.Id));
        Assert.Empty(await dynamoDb.LogsOfAsync(_user));
    }

    [Fact]
    public async Task The_new_key_of_a_moved_workout_is_not_a_second_id()
    {
        var moved = await MoveAsync(await dynamoDb.LogAsync(Workouts.Of(_user)), _june);

        Assert.Null(await GetAsync(moved.Place));
        Assert.Equal(new EditOutcome.NotFound(), await dynamoDb.Editing.DeleteAsync(_user, moved.Place, VersionCondition.Any, DynamoDbFixture.Soon()));
    }

    // A move between any two reads of a look-up, and back again before the next.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(1, 2)]
    [InlineData(2, 3)]
    [InlineData(1, 2, 3)]
    [InlineData(1, 2, 3, 4)]
    [InlineData(1, 2, 3, 4, 5, 6, 7)]
    public async Task Is_found_while_it_moves(params int[] movesBefore)
    {
        var stored = await dynamoDb.LogAsync(Workouts.Of(_user));
        await MoveAsync(stored, _june);
        var client = new InterceptedDynamoDb(dynamoDb.Client)
        {
            BeforeGet = number => movesBefore.Contains(number)
                ? MoveAsync(stored, number % 2 == 0 ? _june.AddDays(number) : stored.Workout.Timestamp)
                : Task.CompletedTask,
        };

        var found = await new WorkoutReader(client.Client, dynamoDb.Tables, new DynamoDbRetry(TimeProvider.System)).GetAsync(_user, stored.Id, DynamoDbFixture.Soon());

        Assert.Equal(stored.Id, found?.Id);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_move_between_read_and_write_is_stale_if_a_version_is_required_and_otherwise_overwritten(bool named)
    {
        var stored = await dynamoDb.LogAsync(Workouts.Of(_user));
        var client = new InterceptedDynamoDb(dynamoDb.Client) { BeforeWrite = (_, number) => number == 1 ? MoveAsync(stored, _june) : Task.CompletedTask };

        var outcome = await dynamoDb.EditingWith(client.Client).ReplaceAsync(
            _user, stored.Id, workout => workout with { DurationMinutes = 45 }, named ? VersionCondition.OneOf([1]) : VersionCondition.Any, DynamoDbFixture.Soon());

        var now = await GetAsync(stored.Id);
        Assert.Equal((_june, named ? 30 : 45), (now!.Workout.Timestamp, now.Workout.DurationMinutes));
        Assert.Equal(named ? new EditOutcome.Stale(2) : new EditOutcome.Done(now), outcome);
    }

    [Fact]
    public async Task Concurrent_moves_and_reads_lose_nothing()
    {
        const int Moves = 12;
        var stored = await dynamoDb.LogAsync(Workouts.Of(_user));
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                Assert.NotNull(await GetAsync(stored.Id));
            }
        })).ToArray();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, Moves).Select(number => Task.Run(() =>
            MoveAsync(stored, number % 3 == 0 ? stored.Workout.Timestamp : _june.AddDays(number % 5)))));
        await done.CancelAsync();
        await Task.WhenAll(readers);

        Assert.Equal(Enumerable.Range(2, Moves), outcomes.Select(moved => moved.Version).Order());
        Assert.Equal(outcomes.MaxBy(moved => moved.Version), await GetAsync(stored.Id));
        Assert.Empty(await dynamoDb.Audit.AuditAsync(_user, DynamoDbFixture.Soon()));
        Assert.Equal(outcomes.MaxBy(moved => moved.Version)!.IsMoved ? 2 : 1, (await SortKeysAsync()).Count);
    }

    /// <remarks>The previous version has no moves: it treats the key as the id, and omits the id when it edits.</remarks>
    [Fact]
    public async Task After_edits_by_the_previous_version_a_moved_workout_is_found_or_deleted()
    {
        var moved = await MoveAsync(await dynamoDb.LogAsync(Workouts.Of(_user)), _june);
        var item = (await dynamoDb.LogsOfAsync(_user)).Single(log => log["workoutTimestamp"].S == moved.Place.SortKey);

        item.Remove("id");
        await dynamoDb.Client.PutItemAsync(dynamoDb.Tables.Logs, item);
        Assert.Equal(moved, await GetAsync(moved.Id));
        await dynamoDb.Client.DeleteItemAsync(dynamoDb.Tables.Logs, new() { ["userId"] = item["userId"], ["workoutTimestamp"] = item["workoutTimestamp"] });
        Assert.Null(await GetAsync(moved.Id));
    }

    private Task<StoredWorkout?> GetAsync(WorkoutId id) => dynamoDb.Workouts.GetAsync(_user, id, DynamoDbFixture.Soon());

    private async Task<StoredWorkout> MoveAsync(StoredWorkout stored, DateTimeOffset to, Func<Workout, Workout>? with = null, InterceptedDynamoDb? client = null)
    {
        var outcome = await dynamoDb.EditingWith(client?.Client ?? dynamoDb.Client).ReplaceAsync(
            _user, stored.Id, workout => (with ?? (same => same))(workout) with { Timestamp = to }, VersionCondition.Any, DynamoDbFixture.Soon());
        return Assert.IsType<EditOutcome.Done>(outcome).Stored;
    }

    private async Task<IReadOnlyList<StoredWorkout>> ListAsync(string? type) =>
        (await dynamoDb.Workouts.ListAsync(new WorkoutQuery(_user, type, TimeRange.All, Limit: 10, After: null), DynamoDbFixture.Soon())).Workouts;

    private async Task<List<string>> SortKeysAsync() => [.. (await dynamoDb.LogsOfAsync(_user)).Select(item => item["workoutTimestamp"].S).OrderDescending(StringComparer.Ordinal)];

    private async Task<IEnumerable<string>> RollupsAsync() => (await dynamoDb.RollupsOfAsync(_user)).Select(row => $"{row["month"].S}: {Sums(row)}");

    private static string Sums(Dictionary<string, AttributeValue> row) => string.Join(' ', row.Show().Split(' ').Where(sum => sum[1] != '='));
}
