namespace WorkoutLog.Functions.Tests.Storage;

/// <summary>A write succeeds, but its response is lost.</summary>
[Collection(DynamoDbCollection.Name)]
public sealed class LostAnswerTests(DynamoDbFixture dynamoDb)
{
    private readonly string _user = DynamoDbFixture.NewUser();

    [Theory]
    [InlineData(false, null, false)]
    [InlineData(false, null, true)]
    [InlineData(true, null, false)]
    [InlineData(true, null, true)]
    [InlineData(false, "garmin:1", false)]
    [InlineData(false, "garmin:1", true)]
    [InlineData(true, "garmin:1", true)]
    public async Task A_new_workout_is_stored_once(bool withKey, string? externalId, bool tokenForgotten)
    {
        var client = LosingTheFirstAnswer(tokenForgotten);

        var outcome = await dynamoDb.CreateAsync(Workouts.Of(_user) with { ExternalId = externalId }, withKey ? Workouts.Request(_user) : null, client: client.Client);

        var created = Assert.IsType<CreateOutcome.Created>(outcome);
        Assert.Equal(2, client.Transactions.Count);
        Assert.Equal(created.Stored, await dynamoDb.Workouts.GetAsync(_user, created.Stored.Id, DynamoDbFixture.Soon()));
        Assert.Equal(1 + (withKey ? 1 : 0) + (externalId is null ? 0 : 1), (await dynamoDb.LogsOfAsync(_user)).Count);
        Assert.Equal("1", await SumAsync("RUN.n"));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(1, true)]
    public async Task An_edit_counts_once(int daysAhead, bool tokenForgotten)
    {
        var stored = await dynamoDb.LogAsync(Workouts.Of(_user));
        var client = LosingTheFirstAnswer(tokenForgotten);

        var outcome = await dynamoDb.EditingWith(client.Client).ReplaceAsync(
            _user, stored.Id, Edit, VersionCondition.OneOf([1]), DynamoDbFixture.Soon());

        Assert.Equal(new EditOutcome.Done(stored with { Version = 2, Workout = Edit(stored.Workout) }), outcome);
        Assert.Equal("31", await SumAsync("RUN.m"));

        Workout Edit(Workout workout) => workout with { DurationMinutes = workout.DurationMinutes + 1, Timestamp = workout.Timestamp.AddDays(daysAhead) };
    }

    [Fact]
    public async Task A_deletion_counts_once()
    {
        var stored = await dynamoDb.LogAsync(Workouts.Of(_user));
        var client = LosingTheFirstAnswer(tokenForgotten: false);

        var outcome = await dynamoDb.EditingWith(client.Client).DeleteAsync(_user, stored.Id, VersionCondition.Any, DynamoDbFixture.Soon());

        Assert.Equal(new EditOutcome.Done(stored), outcome);
        Assert.Equal("0", await SumAsync("RUN.n"));
    }

    [Fact]
    public async Task An_attempt_with_a_known_token_costs_a_read()
    {
        var client = LosingTheFirstAnswer(tokenForgotten: false);
        var scope = DynamoDbFixture.Soon();

        await dynamoDb.CreateAsync(Workouts.Of(_user), scope: scope, client: client.Client);

        Assert.Equal(client.Transactions[0].ClientRequestToken, client.Transactions[1].ClientRequestToken);
        Assert.True(scope.ReadUnits > 0 && scope.WriteUnits == 0, $"{scope.ReadUnits} read and {scope.WriteUnits} write units");
    }

    private async Task<string> SumAsync(string attribute) => Assert.Single(await dynamoDb.RollupsOfAsync(_user))[attribute].N;

    /// <param name="tokenForgotten">As DynamoDB does after ten minutes; the conditions must then detect the repetition.</param>
    private InterceptedDynamoDb LosingTheFirstAnswer(bool tokenForgotten) => new(dynamoDb.Client)
    {
        BeforeWrite = (request, number) =>
        {
            request.ClientRequestToken = tokenForgotten && number > 1 ? Guid.NewGuid().ToString() : request.ClientRequestToken;
            return Task.CompletedTask;
        },
        AfterWrite = number => number == 1 ? throw new HttpRequestException("reset") : Task.CompletedTask,
    };
}
