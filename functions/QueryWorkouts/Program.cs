using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using WorkoutLog.Contracts;
using WorkoutLog.Http;
using WorkoutLog.Http.Metrics;
using WorkoutLog.Http.Runtime;
using WorkoutLog.QueryWorkouts;
using WorkoutLog.Storage;
using WorkoutLog.Storage.Resilience;

var time = TimeProvider.System;
var tables = new StorageTables(
    Logs: FunctionSettings.Require(FunctionEnvironment.LogsTable),
    Stats: FunctionSettings.Require(FunctionEnvironment.StatsTable));
var client = DynamoDbClients.Create(FunctionSettings.Require(FunctionSettings.Region));

// DynamoDB is reached while the rest is set up.
Task opening = DynamoDbClients.OpenAsync(client, tables, time);
var retry = new DynamoDbRetry(time);
var workouts = new WorkoutReader(client, tables, retry);
var handlers = new Handlers(
    new ListWorkoutsHandler(workouts),
    new GetWorkoutHandler(workouts),
    new ExportWorkoutsHandler(workouts),
    new GetStatsHandler(new StatsReader(client, tables, retry), time));
var output = Console.OpenStandardOutput();
var function = new ApiFunction<Handlers>(
    Routes.All,
    handlers,
    new Log(output, time, FunctionSettings.LogLevel),
    new MetricsWriter(output, time, FunctionSettings.Require(FunctionEnvironment.Environment)),
    time);
var serializer = new SourceGeneratorLambdaJsonSerializer<QueryWorkoutsJson>();
await opening;

using var bootstrap = LambdaBootstrapBuilder
    .Create<APIGatewayProxyRequest, APIGatewayProxyResponse>(function.HandleAsync, serializer)
    .Build();
await bootstrap.RunAsync();
