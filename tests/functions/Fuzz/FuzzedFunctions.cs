using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Serialization.SystemTextJson;
using Moq;
using WorkoutLog.Functions.Tests.Support;
using WorkoutLog.Http;
using WorkoutLog.ProcessWorkout;
using WorkoutLog.ProcessWorkout.Logging;
using WorkoutLog.QueryWorkouts;
using WorkoutLog.Storage;
using WorkoutLog.Storage.Resilience;
using ProcessHandlers = WorkoutLog.ProcessWorkout.Handlers;
using ProcessRoutes = WorkoutLog.ProcessWorkout.Routes;
using QueryHandlers = WorkoutLog.QueryWorkouts.Handlers;
using QueryRoutes = WorkoutLog.QueryWorkouts.Routes;

namespace WorkoutLog.Functions.Tests.Fuzz;

/// <summary>Both functions over tables that are empty and take everything, up to the JSON that they answer.</summary>
internal sealed class FuzzedFunctions
{
    private readonly ApiFunction<ProcessHandlers> _process;
    private readonly ApiFunction<QueryHandlers> _query;
    private readonly SourceGeneratorLambdaJsonSerializer<ProcessWorkoutJson> _ofProcess = new();
    private readonly SourceGeneratorLambdaJsonSerializer<QueryWorkoutsJson> _ofQuery = new();
    private readonly MetricOutput _metrics = new();

    public FuzzedFunctions()
    {
        var time = FixedTime.Default;
        var client = EmptyTables();
        var tables = new StorageTables("logs", "stats");
        var retry = new DynamoDbRetry(time);
        var store = new WorkoutStore(client, tables, retry, time);
        var reader = new WorkoutReader(client, tables, retry);
        var logger = new WorkoutLogger(store);
        _process = new(
            ProcessRoutes.All,
            new ProcessHandlers(new(logger, time), new(logger, Log.Log, time), new(store, time), new(store)),
            Log.Log,
            _metrics.Writer,
            time,
            Rules.Deployed(Log.Log, time));
        _query = new(
            QueryRoutes.All,
            new QueryHandlers(new(reader), new(reader), new(reader), new(new StatsReader(client, tables, retry), time)),
            Log.Log,
            _metrics.Writer,
            time);
    }

    public LogOutput Log { get; } = new();

    public IEnumerable<string> Metrics => _metrics.Lines;

    /// <returns>The answer, after it was written as the runtime writes it.</returns>
    public async Task<APIGatewayProxyResponse> HandleAsync(APIGatewayProxyRequest proxyEvent)
    {
        bool reads = proxyEvent.HttpMethod == "GET";
        var answer = reads ? await _query.HandleAsync(proxyEvent, Invocations.Long) : await _process.HandleAsync(proxyEvent, Invocations.Long);
        using var written = new MemoryStream();
        if (reads)
        {
            _ofQuery.Serialize(answer, written);
        }
        else
        {
            _ofProcess.Serialize(answer, written);
        }

        return answer;
    }

    private static IAmazonDynamoDB EmptyTables()
    {
        var client = new Mock<IAmazonDynamoDB>(MockBehavior.Strict);
        client.Setup(c => c.GetItemAsync(It.IsAny<GetItemRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync(new GetItemResponse());
        client.Setup(c => c.QueryAsync(It.IsAny<QueryRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync(new QueryResponse());
        client.Setup(c => c.TransactWriteItemsAsync(It.IsAny<TransactWriteItemsRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new TransactWriteItemsResponse());
        return client.Object;
    }
}
