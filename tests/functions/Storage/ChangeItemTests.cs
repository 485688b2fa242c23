using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace WorkoutLog.Functions.Tests.Storage;

/// <summary>How writes mark their items where the stack publishes events, and that they don't elsewhere.</summary>
[Collection(DynamoDbCollection.Name)]
public sealed class ChangeItemTests(DynamoDbFixture dynamoDb)
{
    private static readonly DynamoDbRetry _retry = new(TimeProvider.System);

    private readonly string _user = DynamoDbFixture.NewUser();

    [Fact]
    public async Task A_workout_says_what_happened_to_it_and_what_it_was()
    {
        var stored = await LogAsync(hasEvents: true);
        var logged = Assert.Single(await MarkedAsync());
        await Editing(hasEvents: true).ReplaceAsync(_user, stored.Id, workout => workout with { DurationMinutes = 31 }, VersionCondition.Any, DynamoDbFixture.Soon());
        var replaced = Assert.Single(await MarkedAsync());
        await Editing(hasEvents: true).ReplaceAsync(
            _user, stored.Id, workout => workout with { Timestamp = workout.Timestamp.AddDays(1) }, VersionCondition.Any, DynamoDbFixture.Soon());
        var moved = Assert.Single(await MarkedAsync());

        Assert.Equal(
            [
                (ChangeTypes.Logged, $"{stored.Id}", "1", null),
                (ChangeTypes.Replaced, $"{stored.Id}", "2", "30"),
                (ChangeTypes.Moved, $"{stored.Id}", "3", "31"),
            ],
            new[] { logged, replaced, moved }.Select(Mark));
    }

    [Fact]
    public async Task A_deletion_leaves_an_item_that_expires_and_is_no_workout()
    {
        var stored = await LogAsync(hasEvents: true);

        await Editing(hasEvents: true).DeleteAsync(_user, stored.Id, VersionCondition.Any, DynamoDbFixture.Soon());

        var deleted = Assert.Single(await dynamoDb.LogsOfAsync(_user));
        Assert.Equal((ChangeTypes.Deleted, $"{stored.Id}", "2", "30"), Mark(deleted));
        Assert.Equal(
            FixedTime.Default.GetUtcNow().AddDays(1).ToUnixTimeSeconds(), long.Parse(deleted[LogsTableSchema.ExpiresAt].N, CultureInfo.InvariantCulture));
        Assert.Empty((await dynamoDb.Workouts.ListAsync(new WorkoutQuery(_user, Type: null, TimeRange.All, Limit: 10, After: null), DynamoDbFixture.Soon())).Workouts);
    }

    [Fact]
    public async Task Without_events_nothing_is_marked()
    {
        var stored = await LogAsync(hasEvents: false);
        Assert.Empty(await MarkedAsync());

        await Editing(hasEvents: false).DeleteAsync(_user, stored.Id, VersionCondition.Any, DynamoDbFixture.Soon());
        Assert.Empty(await dynamoDb.LogsOfAsync(_user));
    }

    private static (string Type, string Id, string Version, string? MinutesBefore) Mark(Dictionary<string, AttributeValue> item) =>
    (
        item[ChangeAttributes.Type].S, item[ChangeAttributes.WorkoutId].S, item[ChangeAttributes.Version].N,
        item[ChangeAttributes.Previous].M?.GetValueOrDefault(LogsTableSchema.Minutes)?.N);

    private StorageTables Tables(bool hasEvents) => dynamoDb.Tables with { HasEvents = hasEvents };

    private WorkoutEditing Editing(bool hasEvents) => new(dynamoDb.Client, Tables(hasEvents), _retry, FixedTime.Default);

    private async Task<StoredWorkout> LogAsync(bool hasEvents)
    {
        var creation = new WorkoutCreation(dynamoDb.Client, Tables(hasEvents), _retry, FixedTime.Default);
        return Assert.IsType<CreateOutcome.Created>(await creation.CreateAsync(new NewWorkout(Workouts.Of(_user), null), DynamoDbFixture.Soon())).Stored;
    }

    private async Task<Dictionary<string, AttributeValue>[]> MarkedAsync() =>
        [.. (await dynamoDb.LogsOfAsync(_user)).Where(item => item.ContainsKey(ChangeAttributes.Type))];
}
