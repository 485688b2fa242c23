namespace WorkoutLog.Functions.Tests.Storage;

/// <summary>At most one of the workouts with the same <c>externalId</c> exists at any time.</summary>
[Collection(DynamoDbCollection.Name)]
public sealed class ExternalIdTests(DynamoDbFixture dynamoDb)
{
    private const string Own = "garmin:1234567890";

    private readonly string _user = DynamoDbFixture.NewUser();

    [Fact]
    public async Task Is_stored_with_the_workout_and_a_pointer()
    {
        var stored = await LogAsync();

        var items = await dynamoDb.LogsOfAsync(_user);
        Assert.Equal([stored.Id.SortKey, $"EXTERNAL#{Own}"], items.Select(item => item["workoutTimestamp"].S));
        Assert.Equal((Own, $"workout={stored.Id.SortKey}"), (items[0]["externalId"].S, items[1].Show()));
        Assert.Equal(stored, await FindAsync());
        Assert.Null(await FindAsync("garmin:1"));
    }

    [Fact]
    public async Task A_second_workout_returns_the_current_state_of_the_first()
    {
        var stored = await LogAsync();
        Assert.Equal(new CreateOutcome.Known(stored), await CreateAsync(workout => workout with { DurationMinutes = 99 }));

        var edited = await dynamoDb.Editing.ReplaceAsync(
            _user, stored.Id, workout => workout with { DurationMinutes = 45, Timestamp = workout.Timestamp.AddDays(-40) }, VersionCondition.Any, DynamoDbFixture.Soon());

        var now = Assert.IsType<EditOutcome.Done>(edited).Stored;
        Assert.Equal(new CreateOutcome.Known(now), await CreateAsync());
        Assert.Equal(now, await FindAsync());
        Assert.Empty(await dynamoDb.Audit.AuditAsync(_user, DynamoDbFixture.Soon()));
        Assert.IsType<CreateOutcome.Created>(await CreateAsync(workout => workout with { UserId = DynamoDbFixture.NewUser() }));
        Assert.IsType<CreateOutcome.Created>(await CreateAsync(workout => workout with { ExternalId = Own.ToUpperInvariant() }));
    }

    [Fact]
    public async Task A_deletion_frees_it()
    {
        var stored = await LogAsync();

        await dynamoDb.DeleteAsync(stored);

        Assert.Empty(await dynamoDb.LogsOfAsync(_user));
        Assert.Null(await FindAsync());
        Assert.NotEqual(stored.Id, (await LogAsync()).Id);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_idempotency_key_takes_precedence(bool deleted)
    {
        var request = Workouts.Request(_user);
        var stored = Assert.IsType<CreateOutcome.Created>(await CreateAsync(request: request)).Stored;
        Assert.Equal(new CreateOutcome.Known(stored), await CreateAsync(request: Workouts.Request(_user, key: "key-2")));
        await (deleted ? dynamoDb.DeleteAsync(stored) : Task.CompletedTask);

        Assert.Equal(deleted ? new CreateOutcome.Deleted() : new CreateOutcome.Replayed(stored), await CreateAsync(request: request));
        Assert.Equal(new CreateOutcome.KeyReused(), await CreateAsync(request: request with { Fingerprint = "other" }));
        // A key under which nothing was logged stays free.
        Assert.Equal(deleted, await CreateAsync(request: Workouts.Request(_user, key: "key-2")) is CreateOutcome.Created);
    }

    /// <remarks>The previous version deletes only the workout.</remarks>
    [Fact]
    public async Task A_pointer_to_a_deleted_workout_is_taken_over()
    {
        var stored = await LogAsync();
        var log = (await dynamoDb.LogsOfAsync(_user))[0];
        await dynamoDb.Client.DeleteItemAsync(dynamoDb.Tables.Logs, new() { ["userId"] = log["userId"], ["workoutTimestamp"] = log["workoutTimestamp"] });

        Assert.Null(await FindAsync());
        var next = await LogAsync();

        Assert.Equal((next, true), (await FindAsync(), next.Id != stored.Id));
        Assert.Equal(2, (await dynamoDb.LogsOfAsync(_user)).Count);
    }

    [Fact]
    public async Task Of_concurrent_writers_one_logs_and_the_others_get_its_workout()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => CreateAsync())));

        var created = Assert.Single(outcomes.OfType<CreateOutcome.Created>());
        Assert.All(outcomes.OfType<CreateOutcome.Known>(), known => Assert.Equal(created.Stored, known.Stored));
        Assert.Equal(2, (await dynamoDb.LogsOfAsync(_user)).Count);
    }

    [Fact]
    public async Task Concurrent_deletions_and_creations_leave_one_workout_with_its_pointer_or_none()
    {
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            for (int round = 0; round < 6; round++)
            {
                var stored = await CreateAsync() switch
                {
                    CreateOutcome.Created created => created.Stored,
                    CreateOutcome.Known known => known.Stored,
                    var other => throw new InvalidOperationException($"{other}"),
                };
                Assert.True(await dynamoDb.DeleteAsync(stored) is EditOutcome.Done or EditOutcome.NotFound);
            }
        })));

        Assert.Empty(await dynamoDb.LogsOfAsync(_user));
        Assert.Empty(await dynamoDb.Audit.AuditAsync(_user, DynamoDbFixture.Soon()));
        Assert.Equal("0", Assert.Single(await dynamoDb.RollupsOfAsync(_user))["RUN.n"].N);
    }

    private async Task<StoredWorkout> LogAsync() => Assert.IsType<CreateOutcome.Created>(await CreateAsync()).Stored;

    private Task<CreateOutcome> CreateAsync(Func<Workout, Workout>? with = null, IdempotentRequest? request = null) =>
        dynamoDb.CreateAsync((with ?? (workout => workout))(Workouts.Of(_user) with { ExternalId = Own }), request);

    private Task<StoredWorkout?> FindAsync(string externalId = Own) => dynamoDb.Workouts.GetAsync(_user, externalId, DynamoDbFixture.Soon());
}
