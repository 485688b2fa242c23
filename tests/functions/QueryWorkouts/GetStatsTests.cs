using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Functions.Tests.Storage;
using WorkoutLog.Functions.Tests.Support;
using WorkoutLog.Http;
using WorkoutLog.QueryWorkouts;

namespace WorkoutLog.Functions.Tests.QueryWorkouts;

[Collection(DynamoDbCollection.Name)]
public sealed class GetStatsTests(DynamoDbFixture dynamoDb)
{
    private readonly string _user = DynamoDbFixture.NewUser();

    [Fact]
    public async Task Sums_all_workouts_of_a_user()
    {
        await dynamoDb.Store.LogAsync(Workouts.Of(_user) with { CaloriesBurned = 300.5m, DistanceKm = 5.25m }, DynamoDbFixture.Soon());
        await dynamoDb.Store.LogAsync(Workouts.Of(_user) with { DurationMinutes = 31, DistanceKm = 5.75m }, DynamoDbFixture.Soon());
        await dynamoDb.Store.LogAsync(Workouts.Of(_user) with { Type = "CYCLING", Timestamp = new(2026, 4, 1, 7, 0, 0, TimeSpan.Zero) }, DynamoDbFixture.Soon());

        var answer = await HandleAsync(Events.GetStats(_user));

        Assert.Equal((200, "application/json", "no-store"), (answer.StatusCode, answer.Headers["Content-Type"], answer.Headers["Cache-Control"]));
        Assert.Equal(
            "{\"userId\":\"" + _user + "\",\"totalWorkouts\":3,\"totalDurationMinutes\":91,\"totalCaloriesBurned\":300.5,\"totalDistanceKm\":11,\"averageDurationMinutes\":30.33,"
            + "\"byType\":{\"CYCLING\":{\"workouts\":1,\"durationMinutes\":30,\"caloriesBurned\":0,\"distanceKm\":0},"
            + "\"RUN\":{\"workouts\":2,\"durationMinutes\":61,\"caloriesBurned\":300.5,\"distanceKm\":11}},"
            + "\"byMonth\":{\"2026-04\":{\"workouts\":1,\"durationMinutes\":30,\"caloriesBurned\":0,\"distanceKm\":0},"
            + "\"2026-05\":{\"workouts\":2,\"durationMinutes\":61,\"caloriesBurned\":300.5,\"distanceKm\":11}}}",
            answer.Body);
    }

    [Fact]
    public async Task Is_all_zero_for_a_user_without_workouts()
    {
        var answer = await HandleAsync(Events.GetStats(_user));

        Assert.Equal(
            "{\"userId\":\"" + _user + "\",\"totalWorkouts\":0,\"totalDurationMinutes\":0,\"totalCaloriesBurned\":0,\"totalDistanceKm\":0,\"averageDurationMinutes\":0,\"byType\":{},\"byMonth\":{}}",
            answer.Body);
    }

    [Fact]
    public async Task Reads_a_percent_encoded_user()
    {
        var answer = await HandleAsync(Events.GetStats("us-east-1%3Aab%40c"));

        Assert.StartsWith("{\"userId\":\"us-east-1:ab@c\",", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a%20b", "userId invalid_characters: userId may hold only letters A-Z and a-z, digits and . _ : @ -; received \"a b\".")]
    [InlineData("..%2F..%2Fetc", "userId invalid_characters: userId may hold only letters A-Z and a-z, digits and . _ : @ -; received \"../../etc\".")]
    [InlineData("%00", "userId invalid_characters: userId may hold only letters A-Z and a-z, digits and . _ : @ -; received \"\\u0000\".")]
    [InlineData("", "userId required: userId must not be empty.")]
    public async Task Refuses_a_malformed_user(string userId, string expected)
    {
        var answer = await HandleAsync(Events.GetStats(userId));

        Assert.Equal(400, answer.StatusCode);
        Assert.Equal([expected], answer.Problem().Lines());
    }

    [Fact]
    public async Task An_athlete_sees_its_own_data()
    {
        var answer = await HandleAsync(Events.GetStats(_user, cognitoIdentityId: _user));

        Assert.Equal(200, answer.StatusCode);
    }

    [Fact]
    public async Task An_athlete_learns_nothing_of_others_not_even_whether_they_exist()
    {
        await dynamoDb.Store.LogAsync(Workouts.Of(_user), DynamoDbFixture.Soon());

        var existing = await HandleAsync(Events.GetStats(_user, cognitoIdentityId: "athlete-2"));
        var missing = await HandleAsync(Events.GetStats(DynamoDbFixture.NewUser(), cognitoIdentityId: "athlete-2"));

        Assert.Equal(403, existing.StatusCode);
        Assert.Equal(existing.Body, missing.Body);
    }

    private Task<APIGatewayProxyResponse> HandleAsync(APIGatewayProxyRequest proxyEvent)
    {
        var handlers = new Handlers(new GetStatsHandler(dynamoDb.Reader));
        return new ApiFunction<Handlers>(Routes.All, handlers, new LogOutput().Log, TimeProvider.System).HandleAsync(proxyEvent, new LambdaContext());
    }
}
