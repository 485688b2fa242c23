using Amazon.DynamoDBv2;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using WorkoutLog.Http;
using WorkoutLog.ProcessWorkout;
using WorkoutLog.ProcessWorkout.Logging;
using WorkoutLog.Storage;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Functions.Tests.Support;

/// <summary>The whole function behind its entry point, at a fixed moment.</summary>
internal sealed class ProcessFunction
{
    /// <param name="client">In place of DynamoDB Local itself.</param>
    /// <param name="clock">Runs down the time that a request has left.</param>
    public ProcessFunction(DynamoDbFixture dynamoDb, IAmazonDynamoDB? client = null, TimeProvider? clock = null)
    {
        var time = FixedTime.Default;
        clock ??= TimeProvider.System;
        var store = new WorkoutStore(client ?? dynamoDb.Client, dynamoDb.Tables, new DynamoDbRetry(clock), time);
        var logger = new WorkoutLogger(store);
        var handlers = new Handlers(
            new LogWorkoutHandler(logger, time),
            new LogBatchHandler(logger, Log.Log, time),
            new ReplaceWorkoutHandler(store, time),
            new DeleteWorkoutHandler(store));
        Function = new ApiFunction<Handlers>(Routes.All, handlers, Log.Log, Metrics.Writer, clock, Rules.Deployed(Log.Log, time));
    }

    public ApiFunction<Handlers> Function { get; }

    public LogOutput Log { get; } = new();

    public MetricOutput Metrics { get; } = new();

    public Task<APIGatewayProxyResponse> HandleAsync(APIGatewayProxyRequest proxyEvent) => HandleAsync(proxyEvent, Invocations.Long);

    public Task<APIGatewayProxyResponse> HandleAsync(APIGatewayProxyRequest proxyEvent, ILambdaContext context) => Function.HandleAsync(proxyEvent, context);
}
