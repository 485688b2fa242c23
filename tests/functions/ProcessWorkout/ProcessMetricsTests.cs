using System.Text.Json;
using WorkoutLog.Functions.Tests.Support;

namespace WorkoutLog.Functions.Tests.ProcessWorkout;

[Collection(DynamoDbCollection.Name)]
public sealed class ProcessMetricsTests(DynamoDbFixture dynamoDb)
{
    private readonly string _user = DynamoDbFixture.NewUser();
    private readonly ProcessFunction _function = new(dynamoDb);

    [Fact]
    public async Task Counts_a_new_workout_and_what_it_cost()
    {
        await _function.HandleAsync(Events.PostWorkout(Workout(",\"caloriesBurned\":300")));

        var lines = Metrics();
        Assert.Equal(2, lines.Length);
        Assert.Equal("RUN WorkoutsLogged=1 CaloriesBurned=300 DurationMinutes=30", lines[0]);
        Assert.Matches("^ConsumedWriteUnits=[1-9][0-9]*$", lines[1]);
        Assert.DoesNotContain(_user, string.Concat(_function.Metrics.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replay_is_a_replay_and_no_new_workout()
    {
        await _function.HandleAsync(Events.PostWorkout(Workout("")).With("Idempotency-Key", "k"));
        int before = Metrics().Length;

        await _function.HandleAsync(Events.PostWorkout(Workout("")).With("Idempotency-Key", "k"));

        Assert.Equal("IdempotentReplays=1", Assert.Single(Metrics()[before..]).Split(" Consumed")[0]);
    }

    [Fact]
    public async Task Counts_refused_fields_of_all_workouts_of_a_batch()
    {
        await _function.HandleAsync(Events.PostBatch(
            $$"""{"workouts":[{},{{Workout(",\"caloriesBurned\":-1")}},{{Workout("")}},{{Workout("").Replace("RUN", "CYCLING", StringComparison.Ordinal)}},{{Workout("")}}]}"""));

        Assert.Equal(
            ["CYCLING WorkoutsLogged=1 DurationMinutes=30", "RUN WorkoutsLogged=2 DurationMinutes=60", "ValidationErrors=4"],
            Metrics().Select(line => line.Split(" Consumed")[0]));
    }

    [Fact]
    public async Task Says_nothing_of_a_request_that_did_nothing()
    {
        await _function.HandleAsync(Events.PostWorkout(Workout(""), cognitoIdentityId: "athlete-2"));

        Assert.Empty(Metrics());
    }

    private string Workout(string more) => $$"""{"userId":"{{_user}}","workoutType":"RUN","durationMinutes":30{{more}}}""";

    private string[] Metrics() => [.. _function.Metrics.Lines.Select(line => string.Join(" ", JsonSerializer.Deserialize<JsonElement>(line)
        .EnumerateObject()
        .Where(member => member.Name is not ("_aws" or "Environment"))
        .Select(member => member.Name == "WorkoutType" ? $"{member.Value}" : $"{member.Name}={member.Value}")))];
}
