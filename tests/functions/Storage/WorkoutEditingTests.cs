using System.Globalization;
using WorkoutLog.Domain;
using WorkoutLog.Functions.Tests.Support;
using WorkoutLog.Storage;
using WorkoutLog.Storage.Keys;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Functions.Tests.Storage;

[Collection(DynamoDbCollection.Name)]
public sealed class WorkoutEditingTests(DynamoDbFixture dynamoDb)
{
    private readonly string _user = DynamoDbFixture.NewUser();

    [Fact]
    public async Task A_replacement_takes_the_place_of_all_that_was_there()
    {
        var stored = await dynamoDb.LogAsync(Workouts.Of(_user) with { CaloriesBurned = 300, DistanceKm = 5, Notes = "before" });
        var expected = stored with { Version = 2, Workout = Workouts.Of(_user) with { Type = "YOGA", DurationMinutes = 60, DistanceKm = 1 } };

        var outcome = await ReplaceAsync(stored.Id, _ => expected.Workout, VersionCondition.Any);

        Assert.Equal(new EditOutcome.Done(expected), outcome);
        Assert.Equal(expected, await dynamoDb.Workouts.GetAsync(_user, stored.Id, DynamoDbFixture.Soon()));
    }

    [Fact]
    public async Task User_and_timestamp_stay_whatever_the_edit_says()
    {
        var stored = await dynamoDb.LogAsync(Workouts.Of(_user));

        var outcome = await ReplaceAsync(stored.Id, workout => workout with { UserId = "other", Timestamp = workout.Timestamp.AddDays(1), Notes = "new" }, VersionCondition.Any);

        var done = Assert.IsType<EditOutcome.Done>(outcome);
        Assert.Equal(stored.Workout with { Notes = "new" }, done.Stored.Workout);
    }

    [Fact]
    public async Task The_roll_up_follows_an_edit_to_the_digit()
    {
        var stored = await dynamoDb.LogAsync(Workouts.Of(_user) with { CaloriesBurned = 300.25m, DistanceKm = 5 });
        await dynamoDb.LogAsync(Workouts.Of(_user));

        await ReplaceAsync(stored.Id, workout => workout with { Type = "YOGA", DurationMinutes = 45.5m, CaloriesBurned = 100 }, VersionCondition.Any);

        Assert.Equal(
            ["01m=75.5", "01n=2", "RUN.c=0", "RUN.d=0", "RUN.m=30", "RUN.n=1", "YOGA.c=100", "YOGA.d=5", "YOGA.m=45.5", "YOGA.n=1", "o=120", "v=3"],
            await RollupAsync());
    }

    [Fact]
    public async Task An_edit_of_the_notes_leaves_the_sums_alone()
    {
        var stored = await dynamoDb.LogAsync(Workouts.Of(_user));

        await ReplaceAsync(stored.Id, workout => workout with { Notes = "new" }, VersionCondition.Any);

        Assert.Equal(["01m=30", "01n=1", "RUN.m=30", "RUN.n=1", "o=120", "v=2"], await RollupAsync());
    }

    [Fact]
    public async Task A_deletion_takes_the_workout_out_of_log_and_roll_up()
    {
        var stored = await dynamoDb.LogAsync(Workouts.Of(_user) with { CaloriesBurned = 300.25m });
        await dynamoDb.LogAsync(Workouts.Of(_user) with { Type = "YOGA" });

        var outcome = await DeleteAsync(stored.Id, VersionCondition.Any);

        Assert.Equal(new EditOutcome.Done(stored), outcome);
        Assert.Null(await dynamoDb.Workouts.GetAsync(_user, stored.Id, DynamoDbFixture.Soon()));
        Assert.Equal(["01m=30", "01n=1", "RUN.c=0", "RUN.m=0", "RUN.n=0", "YOGA.m=30", "YOGA.n=1", "o=120", "v=3"], await RollupAsync());
    }

    [Fact]
    public async Task A_second_deletion_finds_nothing_and_counts_nothing()
    {
        var stored = await dynamoDb.LogAsync(Workouts.Of(_user));
        await DeleteAsync(stored.Id, VersionCondition.Any);

        var outcome = await DeleteAsync(stored.Id, VersionCondition.Any);

        Assert.IsType<EditOutcome.NotFound>(outcome);
        Assert.Equal(["01m=0", "01n=0", "RUN.m=0", "RUN.n=0", "o=120", "v=2"], await RollupAsync());
    }

    [Fact]
    public async Task A_workout_of_another_user_is_not_found()
    {
        var stored = await dynamoDb.LogAsync(Workouts.Of(DynamoDbFixture.NewUser()));

        var replaced = await ReplaceAsync(stored.Id, workout => workout with { Notes = "mine" }, VersionCondition.Any);
        var deleted = await DeleteAsync(stored.Id, VersionCondition.OneOf([1]));

        Assert.Equal((new EditOutcome.NotFound(), new EditOutcome.NotFound()), (replaced, deleted));
    }

    [Theory]
    [InlineData(new[] { 2 }, true)]
    [InlineData(new[] { 7, 2 }, true)]
    [InlineData(new[] { 1 }, false)]
    [InlineData(new[] { 3 }, false)]
    [InlineData(new int[0], false)]
    public async Task Only_a_version_that_is_named_is_overwritten(int[] versions, bool allowed)
    {
        var stored = await dynamoDb.LogAsync(Workouts.Of(_user));
        await ReplaceAsync(stored.Id, workout => workout with { DurationMinutes = 31 }, VersionCondition.Any);
        var condition = VersionCondition.OneOf(versions);

        var replaced = await ReplaceAsync(stored.Id, workout => workout with { DurationMinutes = 32 }, condition);
        var deleted = await DeleteAsync(stored.Id, allowed ? VersionCondition.OneOf([3]) : condition);

        Assert.Equal(allowed, replaced is EditOutcome.Done { Stored.Version: 3 });
        Assert.Equal(allowed, deleted is EditOutcome.Done);
        Assert.Equal(allowed ? null : "31", (await dynamoDb.LogsOfAsync(_user)).SingleOrDefault()?["minutes"].N);
        if (!allowed)
        {
            Assert.Equal((new EditOutcome.Stale(2), new EditOutcome.Stale(2)), (replaced, deleted));
        }
    }

    [Fact]
    public async Task A_version_that_moves_between_read_and_write_is_stale()
    {
        var stored = await dynamoDb.LogAsync(Workouts.Of(_user));
        var client = Interrupted(() => ReplaceAsync(stored.Id, workout => workout with { DurationMinutes = 31 }, VersionCondition.Any));
        var scope = DynamoDbFixture.Soon();

        var outcome = await dynamoDb.StoreWith(client.Client).ReplaceAsync(
            _user, stored.Id, workout => workout with { DurationMinutes = 32 }, VersionCondition.OneOf([1]), scope);

        Assert.Equal((new EditOutcome.Stale(2), 1), (outcome, scope.Conflicts));
        Assert.Equal(["01m=31", "01n=1", "RUN.m=31", "RUN.n=1", "o=120", "v=2"], await RollupAsync());
    }

    [Fact]
    public async Task Without_a_condition_a_moved_version_is_written_over_and_its_share_taken_back()
    {
        var stored = await dynamoDb.LogAsync(Workouts.Of(_user));
        var client = Interrupted(() => ReplaceAsync(stored.Id, workout => workout with { Type = "YOGA", DurationMinutes = 31 }, VersionCondition.Any));

        var outcome = await dynamoDb.StoreWith(client.Client).ReplaceAsync(
            _user, stored.Id, workout => workout with { DurationMinutes = 32 }, VersionCondition.Any, DynamoDbFixture.Soon());

        Assert.Equal(3, Assert.IsType<EditOutcome.Done>(outcome).Stored.Version);
        // What stood in the way came with the refusal: it is not read again.
        Assert.Equal((2, 1, 0), client.Calls);
        Assert.Equal(["01m=32", "01n=1", "RUN.m=0", "RUN.n=0", "YOGA.m=32", "YOGA.n=1", "o=120", "v=3"], await RollupAsync());
    }

    [Fact]
    public async Task A_workout_that_goes_between_read_and_write_is_not_found()
    {
        var stored = await dynamoDb.LogAsync(Workouts.Of(_user));
        var client = Interrupted(() => DeleteAsync(stored.Id, VersionCondition.Any));

        var outcome = await dynamoDb.StoreWith(client.Client).ReplaceAsync(
            _user, stored.Id, workout => workout with { Notes = "late" }, VersionCondition.Any, DynamoDbFixture.Soon());

        Assert.IsType<EditOutcome.NotFound>(outcome);
        Assert.Empty(await dynamoDb.LogsOfAsync(_user));
    }

    [Fact]
    public async Task Versions_that_keep_moving_end_in_a_conflict_when_the_time_is_over()
    {
        var stored = await dynamoDb.LogAsync(Workouts.Of(_user));
        var clock = new ManualTime();
        var client = new InterceptedDynamoDb(dynamoDb.Client)
        {
            BeforeWrite = async (_, number) =>
            {
                await ReplaceAsync(stored.Id, workout => workout with { Notes = "faster" }, VersionCondition.Any);
                if (number == 3)
                {
                    clock.Advance(DynamoDbFixture.Patience);
                }
            },
        };

        await Assert.ThrowsAsync<StorageConflictException>(() =>
            dynamoDb.StoreWith(client.Client).DeleteAsync(_user, stored.Id, VersionCondition.Any, DynamoDbFixture.Soon(clock)));

        Assert.Equal(3, client.Transactions.Count);
        Assert.Single(await dynamoDb.LogsOfAsync(_user));
    }

    private InterceptedDynamoDb Interrupted(Func<Task> interruption) => new(dynamoDb.Client)
    {
        BeforeWrite = (_, number) => number == 1 ? interruption() : Task.CompletedTask,
    };

    private Task<EditOutcome> ReplaceAsync(WorkoutId id, Func<Workout, Workout> edit, VersionCondition condition) =>
        dynamoDb.Store.ReplaceAsync(_user, id, edit, condition, DynamoDbFixture.Soon());

    private Task<EditOutcome> DeleteAsync(WorkoutId id, VersionCondition condition) =>
        dynamoDb.Store.DeleteAsync(_user, id, condition, DynamoDbFixture.Soon());

    private async Task<string[]> RollupAsync() =>
    [
        .. Assert.Single(await dynamoDb.RollupsOfAsync(_user))
            .Where(attribute => attribute.Value.N is not null)
            .Select(attribute => $"{attribute.Key}={ExactDecimal.Format(decimal.Parse(attribute.Value.N, CultureInfo.InvariantCulture))}")
            .Order(StringComparer.Ordinal),
    ];
}
