using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using WorkoutLog.Contracts;
using WorkoutLog.Http;
using WorkoutLog.Http.Runtime;
using WorkoutLog.QueryWorkouts;
using WorkoutLog.Storage;
using WorkoutLog.Storage.Resilience;

var time = TimeProvider.System;
var log = new Log(Console.OpenStandardOutput(), time, FunctionSettings.LogLevel);
var tables = new StorageTables(
    Logs: FunctionSettings.Require(FunctionEnvironment.LogsTable),
    Stats: FunctionSettings.Require(FunctionEnvironment.StatsTable));
var reader = new StatsReader(DynamoDbClients.Create(FunctionSettings.Require(FunctionSettings.Region)), tables, new DynamoDbRetry(time));
var serializer = new SourceGeneratorLambdaJsonSerializer<QueryWorkoutsJson>();

var handlers = new Handlers(new GetStatsHandler(reader));
var function = new ApiFunction<Handlers>(Routes.All, handlers, log, time);
using var bootstrap = LambdaBootstrapBuilder
    .Create<APIGatewayProxyRequest, APIGatewayProxyResponse>(function.HandleAsync, serializer)
    .Build();
await bootstrap.RunAsync();
