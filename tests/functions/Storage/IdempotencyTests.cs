using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using WorkoutLog.Domain;
using WorkoutLog.Functions.Tests.Support;
using WorkoutLog.Storage;
using WorkoutLog.Storage.Idempotency;

namespace WorkoutLog.Functions.Tests.Storage;

[Collection(DynamoDbCollection.Name)]
public sealed class IdempotencyTests(DynamoDbFixture dynamoDb)
{
    private static readonly DateTimeOffset _now = new(2026, 5, 9, 7, 30, 0, 250, TimeSpan.Zero);

    private readonly string _user = DynamoDbFixture.NewUser();

    [Fact]
    public async Task The_record_holds_what_a_replay_needs_and_nothing_that_a_list_would_meet()
    {
        var stored = Assert.IsType<CreateOutcome.Created>(await CreateAsync(Workouts.Request(_user))).Stored;

        var record = (await dynamoDb.LogsOfAsync(_user)).Single(item => item["workoutTimestamp"].S.StartsWith("IDEMPOTENCY#", StringComparison.Ordinal));
        Assert.Equal(["expiresAt", "fingerprint", "userId", "utcOffset", "workout", "workoutTimestamp"], record.Keys.Order(StringComparer.Ordinal));
        Assert.Matches("^IDEMPOTENCY#[A-Za-z0-9_-]{43}$", record["workoutTimestamp"].S);
        Assert.Equal((stored.Id.SortKey, "120"), (record["workout"].S, record["utcOffset"].N));
        // A day later, up to the next full second.
        Assert.Equal(_now.AddDays(1).ToUnixTimeSeconds() + 1, long.Parse(record["expiresAt"].N, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task The_same_request_gets_the_same_workout_and_writes_nothing()
    {
        var first = Assert.IsType<CreateOutcome.Created>(await CreateAsync(Workouts.Request(_user)));

        // Without a timestamp in the request, the second try comes with a later one.
        var second = await CreateAsync(Workouts.Request(_user), workout => workout with { Timestamp = workout.Timestamp.AddMinutes(3).ToOffset(TimeSpan.Zero) });

        Assert.Equal(new CreateOutcome.Replayed(first.Stored), second);
        Assert.Equal(2, (await dynamoDb.LogsOfAsync(_user)).Count);
        Assert.Equal("1", Assert.Single(await dynamoDb.RollupsOfAsync(_user))["v"].N);
    }

    [Fact]
    public async Task A_replay_shows_the_workout_as_it_was_first_even_when_it_is_edited_or_gone()
    {
        var first = Assert.IsType<CreateOutcome.Created>(await CreateAsync(Workouts.Request(_user)));
        await dynamoDb.Store.ReplaceAsync(_user, first.Stored.Id, workout => workout with { DurationMinutes = 99 }, VersionCondition.Any, DynamoDbFixture.Soon());
        var afterEdit = await CreateAsync(Workouts.Request(_user));
        await dynamoDb.Store.DeleteAsync(_user, first.Stored.Id, VersionCondition.Any, DynamoDbFixture.Soon());
        var afterDeletion = await CreateAsync(Workouts.Request(_user));

        Assert.Equal((new CreateOutcome.Replayed(first.Stored), new CreateOutcome.Replayed(first.Stored)), (afterEdit, afterDeletion));
        Assert.Equal("0", Assert.Single(await dynamoDb.RollupsOfAsync(_user))["RUN.n"].N);
    }

    [Fact]
    public async Task Another_request_under_the_key_is_refused_and_writes_nothing()
    {
        await CreateAsync(Workouts.Request(_user));

        var outcome = await CreateAsync(Workouts.Request(_user) with { Fingerprint = "other" }, workout => workout with { DurationMinutes = 31 });

        Assert.IsType<CreateOutcome.KeyReused>(outcome);
        Assert.Equal(2, (await dynamoDb.LogsOfAsync(_user)).Count);
        Assert.Equal("30", Assert.Single(await dynamoDb.RollupsOfAsync(_user))["RUN.m"].N);
    }

    [Fact]
    public async Task Keys_of_other_callers_and_other_keys_never_meet()
    {
        IdempotentRequest[] requests =
        [
            Workouts.Request(_user, key: "key-1", caller: "caller-1"),
            Workouts.Request(_user, key: "key-1", caller: "caller-2"),
            Workouts.Request(_user, key: "KEY-1", caller: "caller-1"),
            Workouts.Request(_user, key: "1", caller: "caller-1key-"),
        ];

        foreach (var request in requests)
        {
            Assert.IsType<CreateOutcome.Created>(await CreateAsync(request));
        }

        Assert.Equal("4", Assert.Single(await dynamoDb.RollupsOfAsync(_user))["RUN.n"].N);
    }

    [Fact]
    public async Task Keys_of_other_users_never_meet()
    {
        string other = DynamoDbFixture.NewUser();
        await CreateAsync(Workouts.Request(_user));

        var outcome = await dynamoDb.Store.CreateAsync(Workouts.Of(other), Workouts.Request(_user), DynamoDbFixture.Soon());

        Assert.IsType<CreateOutcome.Created>(outcome);
    }

    [Theory]
    [InlineData(24 * 60 * 60, false)]
    [InlineData((24 * 60 * 60) + 1, true)]
    public async Task A_key_is_free_again_after_a_day_though_its_record_is_still_there(int seconds, bool free)
    {
        await CreateAsync(Workouts.Request(_user));

        var outcome = await CreateAsync(Workouts.Request(_user) with { Fingerprint = "other" }, at: _now.AddSeconds(seconds));

        Assert.Equal(free, outcome is CreateOutcome.Created);
        Assert.Equal(free ? 3 : 2, (await dynamoDb.LogsOfAsync(_user)).Count);
    }

    [Fact]
    public async Task A_stalled_first_try_cannot_overwrite_a_later_one()
    {
        CreateOutcome? later = null;
        var client = new InterceptedDynamoDb(dynamoDb.Client)
        {
            BeforeWrite = async (_, _) => later = await CreateAsync(Workouts.Request(_user)),
        };

        var stalled = await dynamoDb.StoreWith(client.Client, new FixedTime(_now)).CreateAsync(Workouts.Of(_user), Workouts.Request(_user), DynamoDbFixture.Soon());

        Assert.Equal(new CreateOutcome.Replayed(Assert.IsType<CreateOutcome.Created>(later).Stored), stalled);
        Assert.Equal("1", Assert.Single(await dynamoDb.RollupsOfAsync(_user))["RUN.n"].N);
    }

    [Fact]
    public async Task A_write_that_fails_leaves_the_key_free()
    {
        var row = new Dictionary<string, AttributeValue> { ["userId"] = new() { S = _user }, ["month"] = new() { S = "2026-05" }, ["RUN.n"] = new() { S = "no number" } };
        await dynamoDb.Client.PutItemAsync(dynamoDb.Tables.Stats, row);
        await Assert.ThrowsAnyAsync<AmazonDynamoDBException>(() => CreateAsync(Workouts.Request(_user)));
        Assert.Empty(await dynamoDb.LogsOfAsync(_user));
        row.Remove("RUN.n");
        await dynamoDb.Client.PutItemAsync(dynamoDb.Tables.Stats, row);

        var outcome = await CreateAsync(Workouts.Request(_user));

        Assert.IsType<CreateOutcome.Created>(outcome);
    }

    private Task<CreateOutcome> CreateAsync(IdempotentRequest request, Func<Workout, Workout>? with = null, DateTimeOffset? at = null) =>
        dynamoDb.StoreWith(dynamoDb.Client, new FixedTime(at ?? _now)).CreateAsync(
            (with ?? (workout => workout))(Workouts.Of(_user)), request, DynamoDbFixture.Soon());
}
