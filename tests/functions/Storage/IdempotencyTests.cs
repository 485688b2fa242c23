using System.Globalization;
using WorkoutLog.Domain.Validation;

namespace WorkoutLog.Functions.Tests.Storage;

/// <summary>Which writes are equal, for single workouts and batches.</summary>
[Collection(DynamoDbCollection.Name)]
public sealed class IdempotencyTests(DynamoDbFixture dynamoDb)
{
    private static readonly DateTimeOffset _now = new(2026, 5, 9, 7, 30, 0, 250, TimeSpan.Zero);

    private static readonly WorkoutDraft _draft = new()
    {
        UserId = "user-1",
        WorkoutType = "RUN",
        DurationMinutes = 30,
        CaloriesBurned = 300.5m,
        DistanceKm = 5,
        Notes = "Easy",
        WorkoutTimestamp = "2026-05-09T07:30:00Z",
    };

    private readonly string _user = DynamoDbFixture.NewUser();

    [Fact]
    public async Task The_record_has_the_data_for_a_replay_and_is_not_listed()
    {
        var stored = Assert.IsType<CreateOutcome.Created>(await CreateAsync(Workouts.Request(_user))).Stored;

        var record = (await dynamoDb.LogsOfAsync(_user)).Single(item => item["workoutTimestamp"].S.StartsWith("IDEMPOTENCY#", StringComparison.Ordinal));
        Assert.Equal(["expiresAt", "fingerprint", "userId", "utcOffset", "workout", "workoutTimestamp"], record.Keys.Order(StringComparer.Ordinal));
        Assert.Matches("^IDEMPOTENCY#[A-Za-z0-9_-]{43}$", record["workoutTimestamp"].S);
        Assert.Equal((stored.Id.SortKey, "120"), (record["workout"].S, record["utcOffset"].N));
        // A day later, up to the next full second.
        Assert.Equal(_now.AddDays(1).ToUnixTimeSeconds() + 1, long.Parse(record["expiresAt"].N, CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task The_same_request_returns_the_current_workout_or_its_deletion()
    {
        var first = Assert.IsType<CreateOutcome.Created>(await CreateAsync(Workouts.Request(_user)));
        var replayed = new CreateOutcome.Replayed(first.Stored);

        // Without a timestamp in the request, the retry has a later one.
        Assert.Equal(replayed, await CreateAsync(Workouts.Request(_user), workout => workout with { Timestamp = workout.Timestamp.AddMinutes(3).ToOffset(TimeSpan.Zero) }));
        Assert.Equal(2, (await dynamoDb.LogsOfAsync(_user)).Count);
        Assert.Equal("1", Assert.Single(await dynamoDb.RollupsOfAsync(_user))["v"].N);
        var edited = await dynamoDb.Editing.ReplaceAsync(
            _user, first.Stored.Id, workout => workout with { Timestamp = workout.Timestamp.AddDays(1), DurationMinutes = 99 }, VersionCondition.Any, DynamoDbFixture.Soon());
        Assert.Equal(new CreateOutcome.Replayed(Assert.IsType<EditOutcome.Done>(edited).Stored), await CreateAsync(Workouts.Request(_user)));
        await dynamoDb.DeleteAsync(first.Stored);
        Assert.Equal(new CreateOutcome.Deleted(), await CreateAsync(Workouts.Request(_user)));
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
    public async Task Keys_of_other_callers_and_users_and_other_keys_are_separate()
    {
        (string Key, string Caller)[] names = [("key-1", "caller-1"), ("key-1", "caller-2"), ("KEY-1", "caller-1"), ("1", "caller-1key-")];

        foreach (var (key, caller) in names)
        {
            Assert.IsType<CreateOutcome.Created>(await CreateAsync(Workouts.Request(_user, key, caller)));
        }

        Assert.IsType<CreateOutcome.Created>(await dynamoDb.CreateAsync(Workouts.Of(DynamoDbFixture.NewUser()), Workouts.Request(_user)));
        Assert.Equal("4", Assert.Single(await dynamoDb.RollupsOfAsync(_user))["RUN.n"].N);
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
    public async Task A_stalled_first_attempt_cannot_overwrite_a_later_one()
    {
        CreateOutcome? later = null;
        var client = new InterceptedDynamoDb(dynamoDb.Client)
        {
            BeforeWrite = async (_, _) => later = await CreateAsync(Workouts.Request(_user)),
        };

        var stalled = await dynamoDb.CreateAsync(Workouts.Of(_user), Workouts.Request(_user), client: client.Client, time: new FixedTime(_now));

        Assert.Equal(new CreateOutcome.Replayed(Assert.IsType<CreateOutcome.Created>(later).Stored), stalled);
        Assert.Equal("1", Assert.Single(await dynamoDb.RollupsOfAsync(_user))["RUN.n"].N);
    }

    [Fact]
    public void Equal_values_have_equal_fingerprints_and_different_values_different_ones()
    {
        WorkoutDraft[] equal =
        [
            _draft with { DurationMinutes = 30.00m, CaloriesBurned = 300.50m, DistanceKm = 5.0m },
            _draft with { WorkoutTimestamp = "2026-05-09T07:30:00+00:00" },
            _draft with { WorkoutTimestamp = "2026-05-09t07:30:00.000z" },
        ];
        WorkoutDraft[] drafts =
        [
            _draft,
            _draft with { UserId = "user-2" },
            _draft with { WorkoutType = "YOGA" },
            _draft with { DurationMinutes = 30.000000000000000001m },
            _draft with { CaloriesBurned = 0 },
            _draft with { CaloriesBurned = null },
            _draft with { DistanceKm = null },
            _draft with { CaloriesBurned = 5, DistanceKm = 300.5m },
            _draft with { Notes = null },
            _draft with { Notes = "" },
            // Looks like the end of a field, and another case.
            _draft with { Notes = "Easy;-;" },
            _draft with { Notes = "easy" },
            _draft with { WorkoutTimestamp = "2026-05-09T07:30:00.000001Z" },
            // The same instant at another offset.
            _draft with { WorkoutTimestamp = "2026-05-09T09:30:00+02:00" },
            _draft with { WorkoutTimestamp = null },
            _draft with { ExternalId = "garmin:1" },
            _draft with { ExternalId = "garmin:2" },
        ];

        Assert.Matches("^[A-Za-z0-9_-]{43}$", Fingerprint.Of(_draft));
        Assert.All(equal, draft => Assert.Equal(Fingerprint.Of(_draft), Fingerprint.Of(draft)));
        Assert.Equal(drafts.Length, drafts.Select(Fingerprint.Of).Distinct().Count());
    }

    private Task<CreateOutcome> CreateAsync(IdempotentRequest request, Func<Workout, Workout>? with = null, DateTimeOffset? at = null) =>
        dynamoDb.CreateAsync((with ?? (workout => workout))(Workouts.Of(_user)), request, time: new FixedTime(at ?? _now));
}
