using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using WorkoutLog.Contracts;
using WorkoutLog.Http;
using WorkoutLog.Http.Runtime;
using WorkoutLog.ProcessWorkout;
using WorkoutLog.Storage;
using WorkoutLog.Storage.Resilience;

var time = TimeProvider.System;
var log = new Log(Console.OpenStandardOutput(), time, FunctionSettings.LogLevel);
string region = FunctionSettings.Require(FunctionSettings.Region);

// SSM answers while the rest is set up.
var readingRules = new RuntimeRules(ParameterClients.Create(region), log, time)
    .ReadAsync(FunctionSettings.Require(FunctionEnvironment.ParameterPath), FunctionSettings.DeployTimeRules());
var tables = new StorageTables(
    Logs: FunctionSettings.Require(FunctionEnvironment.LogsTable),
    Stats: FunctionSettings.Require(FunctionEnvironment.StatsTable));
var store = new WorkoutStore(DynamoDbClients.Create(region), tables, new DynamoDbRetry(time));
var serializer = new SourceGeneratorLambdaJsonSerializer<ProcessWorkoutJson>();

var handlers = new Handlers(new LogWorkoutHandler(await readingRules, store, time));
var function = new ApiFunction<Handlers>(Routes.All, handlers, log, time);
using var bootstrap = LambdaBootstrapBuilder
    .Create<APIGatewayProxyRequest, APIGatewayProxyResponse>(function.HandleAsync, serializer)
    .Build();
await bootstrap.RunAsync();
