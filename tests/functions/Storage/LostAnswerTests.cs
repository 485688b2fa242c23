using WorkoutLog.Functions.Tests.Support;
using WorkoutLog.Storage;
using WorkoutLog.Storage.Idempotency;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Functions.Tests.Storage;

/// <summary>A write is carried out, but its answer gets lost on the way back.</summary>
[Collection(DynamoDbCollection.Name)]
public sealed class LostAnswerTests(DynamoDbFixture dynamoDb)
{
    private readonly string _user = DynamoDbFixture.NewUser();

    public static TheoryData<bool, bool> Cases => new()
    {
        { false, false },
        { false, true },
        { true, false },
        { true, true },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_new_workout_is_there_once(bool withKey, bool tokenForgotten)
    {
        var client = LosingTheFirstAnswer(tokenForgotten);
        IdempotentRequest? request = withKey ? Workouts.Request(_user) : null;

        var outcome = await dynamoDb.StoreWith(client.Client).CreateAsync(Workouts.Of(_user), request, DynamoDbFixture.Soon());

        var created = Assert.IsType<CreateOutcome.Created>(outcome);
        Assert.Equal(2, client.Transactions.Count);
        Assert.Equal(created.Stored, await dynamoDb.Workouts.GetAsync(_user, created.Stored.Id, DynamoDbFixture.Soon()));
        Assert.Equal(withKey ? 2 : 1, (await dynamoDb.LogsOfAsync(_user)).Count);
        Assert.Equal("1", Assert.Single(await dynamoDb.RollupsOfAsync(_user))["RUN.n"].N);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_edit_counts_once(bool tokenForgotten)
    {
        var stored = await dynamoDb.LogAsync(Workouts.Of(_user));
        var client = LosingTheFirstAnswer(tokenForgotten);

        var outcome = await dynamoDb.StoreWith(client.Client).ReplaceAsync(
            _user, stored.Id, workout => workout with { DurationMinutes = workout.DurationMinutes + 1 }, VersionCondition.OneOf([1]), DynamoDbFixture.Soon());

        Assert.Equal((2, 31), (Assert.IsType<EditOutcome.Done>(outcome).Stored.Version, ((EditOutcome.Done)outcome).Stored.Workout.DurationMinutes));
        Assert.Equal("31", Assert.Single(await dynamoDb.RollupsOfAsync(_user))["RUN.m"].N);
    }

    [Fact]
    public async Task A_deletion_counts_once()
    {
        var stored = await dynamoDb.LogAsync(Workouts.Of(_user));
        var client = LosingTheFirstAnswer(tokenForgotten: false);

        var outcome = await dynamoDb.StoreWith(client.Client).DeleteAsync(_user, stored.Id, VersionCondition.Any, DynamoDbFixture.Soon());

        Assert.Equal(new EditOutcome.Done(stored), outcome);
        Assert.Equal("0", Assert.Single(await dynamoDb.RollupsOfAsync(_user))["RUN.n"].N);
    }

    [Fact]
    public async Task A_client_that_was_told_nothing_gets_the_same_workout_with_its_next_try()
    {
        var clock = new ManualTime();
        var client = new InterceptedDynamoDb(dynamoDb.Client)
        {
            AfterWrite = _ =>
            {
                clock.Advance(DynamoDbFixture.Patience);
                throw new HttpRequestException("reset");
            },
        };
        var request = Workouts.Request(_user);
        await Assert.ThrowsAsync<StorageUnavailableException>(() =>
            dynamoDb.StoreWith(client.Client).CreateAsync(Workouts.Of(_user), request, DynamoDbFixture.Soon(clock)));

        var outcome = await dynamoDb.Store.CreateAsync(Workouts.Of(_user), request, DynamoDbFixture.Soon());

        var replayed = Assert.IsType<CreateOutcome.Replayed>(outcome);
        Assert.Equal(replayed.Stored, await dynamoDb.Workouts.GetAsync(_user, replayed.Stored.Id, DynamoDbFixture.Soon()));
        Assert.Equal("1", Assert.Single(await dynamoDb.RollupsOfAsync(_user))["RUN.n"].N);
    }

    [Fact]
    public async Task A_try_whose_token_is_known_is_paid_for_as_a_read()
    {
        var client = LosingTheFirstAnswer(tokenForgotten: false);
        var scope = DynamoDbFixture.Soon();

        await dynamoDb.StoreWith(client.Client).CreateAsync(Workouts.Of(_user), request: null, scope);

        Assert.Equal(client.Transactions[0].ClientRequestToken, client.Transactions[1].ClientRequestToken);
        Assert.True(scope.ReadUnits > 0 && scope.WriteUnits == 0, $"{scope.ReadUnits} read and {scope.WriteUnits} write units");
    }

    /// <param name="tokenForgotten">As DynamoDB does after ten minutes; then the conditions must tell.</param>
    private InterceptedDynamoDb LosingTheFirstAnswer(bool tokenForgotten) => new(dynamoDb.Client)
    {
        BeforeWrite = (request, number) =>
        {
            if (tokenForgotten && number > 1)
            {
                request.ClientRequestToken = Guid.NewGuid().ToString();
            }

            return Task.CompletedTask;
        },
        AfterWrite = number => number == 1 ? throw new HttpRequestException("reset") : Task.CompletedTask,
    };
}
