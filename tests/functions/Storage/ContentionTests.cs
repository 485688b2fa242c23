using WorkoutLog.Domain;
using WorkoutLog.Functions.Tests.Support;
using WorkoutLog.Storage;

namespace WorkoutLog.Functions.Tests.Storage;

[Collection(DynamoDbCollection.Name)]
public sealed class ContentionTests(DynamoDbFixture dynamoDb)
{
    private const int Writers = 16;

    private readonly string _user = DynamoDbFixture.NewUser();

    [Fact]
    public async Task Twins_with_one_key_write_one_workout()
    {
        var outcomes = await AllAtOnceAsync(_ => dynamoDb.Store.CreateAsync(Workouts.Of(_user), Workouts.Request(_user), DynamoDbFixture.Soon()));

        var created = Assert.Single(outcomes.OfType<CreateOutcome.Created>());
        Assert.All(outcomes.OfType<CreateOutcome.Replayed>(), replayed => Assert.Equal(created.Stored, replayed.Stored));
        Assert.Equal(Writers - 1, outcomes.OfType<CreateOutcome.Replayed>().Count());
        Assert.Equal([created.Stored], (await ListAsync()).Workouts);
        Assert.Equal("1", Assert.Single(await dynamoDb.RollupsOfAsync(_user))["RUN.n"].N);
    }

    [Fact]
    public async Task Of_writers_who_name_the_same_version_one_wins()
    {
        var stored = await dynamoDb.LogAsync(Workouts.Of(_user));

        var outcomes = await AllAtOnceAsync(writer => dynamoDb.Store.ReplaceAsync(
            _user, stored.Id, workout => workout with { DurationMinutes = 100 + writer }, VersionCondition.OneOf([1]), DynamoDbFixture.Soon()));

        var winner = Assert.Single(outcomes.OfType<EditOutcome.Done>());
        Assert.Equal(Enumerable.Repeat(new EditOutcome.Stale(2), Writers - 1), outcomes.OfType<EditOutcome.Stale>());
        Assert.Equal([winner.Stored], (await ListAsync()).Workouts);
        Assert.Equal(winner.Stored.Workout.DurationMinutes, await RolledUpMinutesAsync());
    }

    [Fact]
    public async Task Writers_without_a_condition_come_one_after_the_other()
    {
        var stored = await dynamoDb.LogAsync(Workouts.Of(_user));

        var outcomes = await AllAtOnceAsync(_ => dynamoDb.Store.ReplaceAsync(
            _user, stored.Id, workout => workout with { DurationMinutes = workout.DurationMinutes + 1 }, VersionCondition.Any, DynamoDbFixture.Soon()));

        Assert.Equal(Enumerable.Range(2, Writers), outcomes.Cast<EditOutcome.Done>().Select(done => done.Stored.Version).Order());
        Assert.Equal(46, Assert.Single((await ListAsync()).Workouts).Workout.DurationMinutes);
        Assert.Equal(46, await RolledUpMinutesAsync());
    }

    [Fact]
    public async Task Of_deletions_at_the_same_time_one_counts()
    {
        var stored = await dynamoDb.LogAsync(Workouts.Of(_user));
        await dynamoDb.LogAsync(Workouts.Of(_user));

        var outcomes = await AllAtOnceAsync(_ => dynamoDb.Store.DeleteAsync(_user, stored.Id, VersionCondition.Any, DynamoDbFixture.Soon()));

        Assert.Single(outcomes.OfType<EditOutcome.Done>());
        Assert.Equal(Writers - 1, outcomes.OfType<EditOutcome.NotFound>().Count());
        Assert.Equal(30, await RolledUpMinutesAsync());
    }

    private static Task<T[]> AllAtOnceAsync<T>(Func<int, Task<T>> write) =>
        Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => write(writer))));

    private Task<StoredPage> ListAsync() =>
        dynamoDb.Workouts.ListAsync(new WorkoutQuery(_user, Type: null, TimeRange.All, Limit: 20, After: null), DynamoDbFixture.Soon());

    private async Task<decimal> RolledUpMinutesAsync() => decimal.Parse(
        Assert.Single(await dynamoDb.RollupsOfAsync(_user))["RUN.m"].N, System.Globalization.CultureInfo.InvariantCulture);
}
