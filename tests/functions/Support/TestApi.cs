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

/// <summary>Both functions as their entry points build them, up to the JSON that they answer.</summary>
internal sealed class TestApi
{
    private readonly SourceGeneratorLambdaJsonSerializer<ProcessWorkoutJson> _ofProcess = new();
    private readonly SourceGeneratorLambdaJsonSerializer<QueryWorkoutsJson> _ofQuery = new();

    /// <param name="clock">Runs down the time that a request has left.</param>
    /// <param name="now">The moment that workouts are logged at; <see cref="FixedTime.Default"/> when left out.</param>
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

    /// <summary>Over tables that are empty and take everything.</summary>
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

    /// <returns>The answer, after it was written as the runtime writes it.</returns>
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
}
