using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;
using Amazon.SimpleSystemsManagement;
using Moq;
using WorkoutLog.Http;
using WorkoutLog.Http.Runtime;
using WorkoutLog.ProcessWorkout;
using WorkoutLog.QueryWorkouts;
using ProcessHandlers = WorkoutLog.ProcessWorkout.Handlers;
using ProcessRoutes = WorkoutLog.ProcessWorkout.Routes;
using QueryHandlers = WorkoutLog.QueryWorkouts.Handlers;
using QueryRoutes = WorkoutLog.QueryWorkouts.Routes;

namespace WorkoutLog.Functions.Tests.Support;

/// <summary>Both functions as their entry points build them, including the response JSON.</summary>
internal sealed class TestApi
{
    private readonly SourceGeneratorLambdaJsonSerializer<ProcessWorkoutJson> _ofProcess = new();
    private readonly SourceGeneratorLambdaJsonSerializer<QueryWorkoutsJson> _ofQuery = new();

    /// <param name="clock">Measures a request's remaining time.</param>
    /// <param name="now">The time at which workouts are logged; <see cref="FixedTime.Default"/> if omitted.</param>
    public TestApi(IAmazonDynamoDB client, TimeProvider? clock = null, string? now = null)
    {
        var time = now is null ? FixedTime.Default : new FixedTime(Workouts.Moment(now));
        clock ??= TimeProvider.System;
        var tables = new StorageTables("logs", "stats");
        var retry = new DynamoDbRetry(clock);
        var logger = new WorkoutLogger(new WorkoutCreation(client, tables, retry, time));
        var editing = new WorkoutEditing(client, tables, retry, time);
        var reader = new WorkoutReader(client, tables, retry);
        Process = new(
            ProcessRoutes.All,
            new ProcessHandlers(new(logger, time), new(logger, Log.Log, time), new(editing, time), new(editing)),
            Log.Log,
            Metrics.Writer,
            clock,
            Events.ServiceRoles,
            DeployedRules(Log.Log, time));
        Query = new(
            QueryRoutes.All,
            new QueryHandlers(new(reader), new(reader), new(reader), new(new StatsReader(client, tables, retry, time), reader, time)),
            Log.Log,
            Metrics.Writer,
            clock,
            Events.ServiceRoles);
    }

    public static WorkoutRules Rules { get; } = new([.. WorkoutLimit.All.Select(limit => limit.Default)], ["RUN", "CYCLING"]);

    public ApiFunction<ProcessHandlers> Process { get; }

    public ApiFunction<QueryHandlers> Query { get; }

    public LogOutput Log { get; } = new();

    public MetricOutput Metrics { get; } = new();

    /// <summary>Over empty tables that accept every write.</summary>
    public static TestApi OverEmptyTables()
    {
        var client = new Mock<IAmazonDynamoDB>(MockBehavior.Strict);
        client.Setup(c => c.GetItemAsync(It.IsAny<GetItemRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync(new GetItemResponse());
        client.Setup(c => c.TransactGetItemsAsync(It.IsAny<TransactGetItemsRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync(
            (TransactGetItemsRequest request, CancellationToken _) => new() { Responses = [.. request.TransactItems.Select(_ => new ItemResponse())] });
        client.Setup(c => c.QueryAsync(It.IsAny<QueryRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync(new QueryResponse());
        client.Setup(c => c.TransactWriteItemsAsync(It.IsAny<TransactWriteItemsRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new TransactWriteItemsResponse());
        return new TestApi(client.Object);
    }

    /// <summary>Any call to DynamoDB throws.</summary>
    public static TestApi WithoutTables() => new(new Mock<IAmazonDynamoDB>(MockBehavior.Strict).Object);

    /// <summary>Rules of the deployment that are never refreshed: <paramref name="time"/> does not move.</summary>
    public static RuntimeRules DeployedRules(Log log, FixedTime time) =>
        new(new Mock<IAmazonSimpleSystemsManagement>(MockBehavior.Strict).Object, "/workout-log/test", Rules, log, new MetricOutput().Writer, time);

    /// <returns>The response, serialized as the runtime does.</returns>
    public async Task<APIGatewayProxyResponse> HandleAsync(APIGatewayProxyRequest proxyEvent, ILambdaContext? context = null)
    {
        using var written = new MemoryStream();
        APIGatewayProxyResponse answer;
        if (proxyEvent.HttpMethod is "GET" or "HEAD")
        {
            answer = await Query.HandleAsync(proxyEvent, context ?? Invocations.Long);
            _ofQuery.Serialize(answer, written);
        }
        else
        {
            answer = await Process.HandleAsync(proxyEvent, context ?? Invocations.Long);
            _ofProcess.Serialize(answer, written);
        }

        return answer;
    }

    /// <summary>Asserts that the batch was accepted.</summary>
    public async Task<IReadOnlyList<BatchResult>> LogBatchAsync(params string[] workouts)
    {
        APIGatewayProxyResponse answer = await HandleAsync(Events.PostBatch(Workouts.Batch(workouts)));
        Assert.Equal(200, answer.StatusCode);
        return answer.Read<BatchResponse>().Results;
    }
}
