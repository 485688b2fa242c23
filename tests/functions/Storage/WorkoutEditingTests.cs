using System.Globalization;

namespace WorkoutLog.Functions.Tests.Storage;

/// <summary>Edits and deletions, including the versions that they may overwrite on every route.</summary>
[Collection(DynamoDbCollection.Name)]
public sealed class WorkoutEditingTests(DynamoDbFixture dynamoDb)
{
    private const int Writers = 16;

    private readonly string _user = DynamoDbFixture.NewUser();

    [Fact]
    public async Task A_replacement_replaces_everything_but_the_user()
    {
        var stored = await dynamoDb.LogAsync(Workouts.Of(_user) with { CaloriesBurned = 300, DistanceKm = 5, Notes = "before" });
        var expected = stored with { Version = 2, Workout = Workouts.Of(_user) with { Type = "YOGA", DurationMinutes = 60, DistanceKm = 1 } };

        var outcome = await ReplaceAsync(stored, _ => expected.Workout with { UserId = "other" });

        Assert.Equal(new EditOutcome.Done(expected), outcome);
        Assert.Equal(expected, await dynamoDb.Workouts.GetAsync(_user, stored.Id, DynamoDbFixture.Soon()));
    }

    [Fact]
    public async Task The_roll_up_reflects_an_edit_exactly()
    {
        var stored = await dynamoDb.LogAsync(Workouts.Of(_user) with { CaloriesBurned = 300.25m, DistanceKm = 5 });
        await dynamoDb.LogAsync(Workouts.Of(_user));

        await ReplaceAsync(stored, workout => workout with { Type = "YOGA", DurationMinutes = 45.5m, CaloriesBurned = 100 });

        Assert.Equal("!=5 01m=75.5 01n=2 A=100 RUN.c=0 RUN.d=0 RUN.m=30 RUN.n=1 YOGA.c=100 YOGA.d=5 YOGA.m=45.5 YOGA.n=1 c=1 d=1 v=3", await RollupAsync());

        await ReplaceAsync(stored, workout => workout with { Notes = "new" });

        Assert.Equal("!=5 01m=75.5 01n=2 A=100 RUN.c=0 RUN.d=0 RUN.m=30 RUN.n=1 YOGA.c=100 YOGA.d=5 YOGA.m=45.5 YOGA.n=1 c=1 d=1 v=4", await RollupAsync());
    }

    [Fact]
    public async Task A_deletion_removes_the_workout_and_its_sums_once()
    {
        var stored = await dynamoDb.LogAsync(Workouts.Of(_user) with { CaloriesBurned = 300.25m });
        await dynamoDb.LogAsync(Workouts.Of(_user) with { Type = "YOGA" });

        var first = await dynamoDb.DeleteAsync(stored);
        var second = await dynamoDb.DeleteAsync(stored);

        Assert.Equal((new EditOutcome.Done(stored), new EditOutcome.NotFound()), (first, second));
        Assert.Null(await dynamoDb.Workouts.GetAsync(_user, stored.Id, DynamoDbFixture.Soon()));
        Assert.Equal("01m=30 01n=1 A=0 RUN.c=0 RUN.m=0 RUN.n=0 YOGA.m=30 YOGA.n=1 c=1 d=1 v=3", await RollupAsync());
    }

    [Fact]
    public async Task A_workout_of_another_user_is_not_found()
    {
        var stored = await dynamoDb.LogAsync(Workouts.Of(DynamoDbFixture.NewUser()));

        var replaced = await ReplaceAsync(stored, workout => workout with { Notes = "mine" });
        var deleted = await dynamoDb.Editing.DeleteAsync(_user, stored.Id, VersionCondition.OneOf([1]), DynamoDbFixture.Soon());

        Assert.Equal((new EditOutcome.NotFound(), new EditOutcome.NotFound()), (replaced, deleted));
    }

    [Theory]
    [InlineData(new[] { 2 }, true)]
    [InlineData(new[] { 7, 2 }, true)]
    [InlineData(new[] { 1 }, false)]
    [InlineData(new[] { 3 }, false)]
    [InlineData(new int[0], false)]
    public async Task Only_a_listed_version_is_overwritten(int[] versions, bool allowed)
    {
        var stored = await dynamoDb.LogAsync(Workouts.Of(_user));
        await ReplaceAsync(stored, workout => workout with { DurationMinutes = 31 });
        var condition = VersionCondition.OneOf(versions);

        var replaced = await ReplaceAsync(stored, workout => workout with { DurationMinutes = 32 }, condition);
        var deleted = await dynamoDb.Editing.DeleteAsync(_user, stored.Id, allowed ? VersionCondition.OneOf([3]) : condition, DynamoDbFixture.Soon());

        Assert.Equal(allowed ? (3, true) : (2, false), (VersionIn(replaced), replaced is EditOutcome.Done));
        Assert.Equal(allowed ? (3, true) : (2, false), (VersionIn(deleted), deleted is EditOutcome.Done));
        Assert.Equal(allowed ? null : "31", (await dynamoDb.LogsOfAsync(_user)).SingleOrDefault()?["minutes"].N);
    }

    [Theory]
    [InlineData(true, 2, "01m=31 01n=1 RUN.m=0 RUN.n=0 YOGA.m=31 YOGA.n=1 c=1 d=1 v=2")]
    [InlineData(false, 3, "01m=32 01n=1 RUN.m=0 RUN.n=0 YOGA.m=32 YOGA.n=1 c=1 d=1 v=3")]
    public async Task A_new_version_between_read_and_write_is_stale_if_one_is_required_and_otherwise_overwritten(bool named, int version, string rollup)
    {
        var stored = await dynamoDb.LogAsync(Workouts.Of(_user));
        var client = Interrupted(() => ReplaceAsync(stored, workout => workout with { Type = "YOGA", DurationMinutes = 31 }));
        var scope = DynamoDbFixture.Soon();

        var outcome = await dynamoDb.EditingWith(client.Client).ReplaceAsync(
            _user, stored.Id, workout => workout with { DurationMinutes = 32 }, named ? VersionCondition.OneOf([1]) : VersionCondition.Any, scope);

        Assert.Equal((version, named, 1), (VersionIn(outcome), outcome is EditOutcome.Stale, scope.Conflicts));
        // The refusal included the newer version, which is not read again.
        Assert.Equal((named ? 1 : 2, 1, 0), client.Calls);
        Assert.Equal(rollup, await RollupAsync());
    }

    [Fact]
    public async Task A_workout_deleted_between_read_and_write_is_not_found()
    {
        var stored = await dynamoDb.LogAsync(Workouts.Of(_user));
        var client = Interrupted(() => dynamoDb.DeleteAsync(stored));

        var outcome = await dynamoDb.EditingWith(client.Client).ReplaceAsync(
            _user, stored.Id, workout => workout with { Notes = "late" }, VersionCondition.Any, DynamoDbFixture.Soon());

        Assert.IsType<EditOutcome.NotFound>(outcome);
        Assert.Empty(await dynamoDb.LogsOfAsync(_user));
    }

    [Fact]
    public async Task Continuous_version_changes_end_in_a_conflict_when_the_time_runs_out()
    {
        var stored = await dynamoDb.LogAsync(Workouts.Of(_user));
        var clock = new ManualTime();
        var client = new InterceptedDynamoDb(dynamoDb.Client)
        {
            BeforeWrite = async (_, number) =>
            {
                await ReplaceAsync(stored, workout => workout with { Notes = "faster" });
                clock.Advance(number == 3 ? DynamoDbFixture.Patience : TimeSpan.Zero);
            },
        };

        await Assert.ThrowsAsync<StorageConflictException>(() =>
            dynamoDb.EditingWith(client.Client).DeleteAsync(_user, stored.Id, VersionCondition.Any, DynamoDbFixture.Soon(clock)));

        Assert.Equal(3, client.Transactions.Count);
        Assert.Single(await dynamoDb.LogsOfAsync(_user));
    }

    [Fact]
    public async Task Unconditional_writers_are_serialized()
    {
        var stored = await dynamoDb.LogAsync(Workouts.Of(_user));

        var outcomes = await AllAtOnceAsync(_ => dynamoDb.Editing.ReplaceAsync(
            _user, stored.Id, workout => workout with { DurationMinutes = workout.DurationMinutes + 1 }, VersionCondition.Any, DynamoDbFixture.Soon()));

        Assert.Equal(Enumerable.Range(2, Writers), outcomes.Cast<EditOutcome.Done>().Select(done => done.Stored.Version).Order());
        Assert.Equal(46, await RolledUpMinutesAsync());
    }

    [Fact]
    public async Task Of_concurrent_deletions_one_counts()
    {
        var stored = await dynamoDb.LogAsync(Workouts.Of(_user));
        await dynamoDb.LogAsync(Workouts.Of(_user));

        var outcomes = await AllAtOnceAsync(_ => dynamoDb.DeleteAsync(stored));

        Assert.Single(outcomes.OfType<EditOutcome.Done>());
        Assert.Equal(Writers - 1, outcomes.OfType<EditOutcome.NotFound>().Count());
        Assert.Equal(30, await RolledUpMinutesAsync());
    }

    private static Task<T[]> AllAtOnceAsync<T>(Func<int, Task<T>> write) =>
        Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => write(writer))));

    private async Task<decimal> RolledUpMinutesAsync() =>
        decimal.Parse(Assert.Single(await dynamoDb.RollupsOfAsync(_user))["RUN.m"].N, CultureInfo.InvariantCulture);

    private static int VersionIn(EditOutcome outcome) => outcome switch
    {
        EditOutcome.Done done => done.Stored.Version,
        EditOutcome.Stale stale => stale.Version,
        _ => 0,
    };

    private InterceptedDynamoDb Interrupted(Func<Task> interruption) => new(dynamoDb.Client)
    {
        BeforeWrite = (_, number) => number == 1 ? interruption() : Task.CompletedTask,
    };

    private Task<EditOutcome> ReplaceAsync(StoredWorkout stored, Func<Workout, Workout> edit, VersionCondition? condition = null) =>
        dynamoDb.Editing.ReplaceAsync(_user, stored.Id, edit, condition ?? VersionCondition.Any, DynamoDbFixture.Soon());

    private async Task<string> RollupAsync() => Assert.Single(await dynamoDb.RollupsOfAsync(_user)).Show();
}
