using Amazon.DynamoDBv2;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using WorkoutLog.Contracts;
using WorkoutLog.Domain;
using WorkoutLog.Functions.Tests.Support;
using WorkoutLog.Http;
using WorkoutLog.Http.Metrics;
using WorkoutLog.QueryWorkouts;
using WorkoutLog.Storage;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Functions.Tests.QueryWorkouts;

/// <summary>The function as its entry point builds it, and the store that fills its tables.</summary>
internal sealed class QueryFunction
{
    private readonly WorkoutStore _store;

    /// <param name="clock">In place of a fixed one.</param>
    public QueryFunction(IAmazonDynamoDB client, StorageTables tables, TimeProvider? clock = null)
    {
        var time = clock ?? FixedTime.Default;
        var retry = new DynamoDbRetry(time);
        var reader = new WorkoutReader(client, tables, retry);
        var handlers = new Handlers(
            new ListWorkoutsHandler(reader),
            new GetWorkoutHandler(reader),
            new ExportWorkoutsHandler(reader),
            new GetStatsHandler(new StatsReader(client, tables, retry), time));
        Function = new ApiFunction<Handlers>(Routes.All, handlers, new LogOutput().Log, new MetricsWriter(Stream.Null, time, "dev", MonitoringLevel.Detailed), time);
        _store = new WorkoutStore(client, tables, retry, time);
    }

    public ApiFunction<Handlers> Function { get; }

    public Task<APIGatewayProxyResponse> HandleAsync(APIGatewayProxyRequest proxyEvent) => HandleAsync(proxyEvent, Invocations.Long);

    public Task<APIGatewayProxyResponse> HandleAsync(APIGatewayProxyRequest proxyEvent, ILambdaContext context) => Function.HandleAsync(proxyEvent, context);

    public async Task<StoredWorkout> LogAsync(Workout workout)
    {
        var outcome = await _store.CreateAsync(workout, null, DynamoDbFixture.Soon());
        return Assert.IsType<CreateOutcome.Created>(outcome).Stored;
    }

    public async Task DeleteAsync(StoredWorkout stored)
    {
        var outcome = await _store.DeleteAsync(stored.Workout.UserId, stored.Id, VersionCondition.Any, DynamoDbFixture.Soon());
        Assert.IsType<EditOutcome.Done>(outcome);
    }
}
