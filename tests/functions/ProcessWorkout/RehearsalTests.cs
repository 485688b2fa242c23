using Amazon.Lambda.Serialization.SystemTextJson;
using WorkoutLog.Functions.Tests.Support;
using WorkoutLog.Http.Startup;
using WorkoutLog.ProcessWorkout;
using WorkoutLog.Storage;

namespace WorkoutLog.Functions.Tests.ProcessWorkout;

[Collection(DynamoDbCollection.Name)]
public sealed class RehearsalTests(DynamoDbFixture dynamoDb)
{
    private readonly SourceGeneratorLambdaJsonSerializer<ProcessWorkoutJson> _serializer = new();

    [Fact]
    public async Task Goes_the_whole_way_of_a_workout_that_is_logged()
    {
        var function = new ProcessFunction(dynamoDb, DynamoDbClients.CreateForRehearsal("us-east-1"));

        var status = await Rehearsal.PlayAsync(function.Function, _serializer, RehearsedEvents.LogWorkout);

        Assert.Equal(201, status);
    }

    [Fact]
    public async Task Writes_nothing()
    {
        var function = new ProcessFunction(dynamoDb, DynamoDbClients.CreateForRehearsal("us-east-1"));

        await Rehearsal.PlayAsync(function.Function, _serializer, RehearsedEvents.LogWorkout);

        Assert.Empty(await dynamoDb.LogsOfAsync("rehearsal"));
    }
}
