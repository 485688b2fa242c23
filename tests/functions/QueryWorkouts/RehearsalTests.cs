using Amazon.Lambda.Serialization.SystemTextJson;
using WorkoutLog.Http.Startup;
using WorkoutLog.QueryWorkouts;
using WorkoutLog.Storage;

namespace WorkoutLog.Functions.Tests.QueryWorkouts;

public sealed class RehearsalTests
{
    [Fact]
    public async Task Goes_the_whole_way_of_a_question_for_statistics()
    {
        var function = new QueryFunction(DynamoDbClients.CreateForRehearsal("us-east-1"), new StorageTables("logs", "stats"));

        var status = await Rehearsal.PlayAsync(function.Function, new SourceGeneratorLambdaJsonSerializer<QueryWorkoutsJson>(), RehearsedEvents.GetStats);

        Assert.Equal(200, status);
    }
}
