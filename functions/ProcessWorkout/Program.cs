using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using WorkoutLog.Contracts;
using WorkoutLog.Http;
using WorkoutLog.Http.Metrics;
using WorkoutLog.Http.Runtime;
using WorkoutLog.ProcessWorkout;
using WorkoutLog.ProcessWorkout.Logging;
using WorkoutLog.Storage;
using WorkoutLog.Storage.Resilience;

var time = TimeProvider.System;
// The log of a refresh in the background and that of a request share it.
var output = Stream.Synchronized(Console.OpenStandardOutput());
var log = new Log(output, time, FunctionSettings.LogLevel);
var metrics = new MetricsWriter(output, time, FunctionSettings.Require(FunctionEnvironment.Environment));
string region = FunctionSettings.Require(FunctionSettings.Region);
var tables = new StorageTables(
    Logs: FunctionSettings.Require(FunctionEnvironment.LogsTable),
    Stats: FunctionSettings.Require(FunctionEnvironment.StatsTable));
var dynamoDb = DynamoDbClients.Create(region);
var rules = new RuntimeRules(
    ParameterClients.Create(region), FunctionSettings.Require(FunctionEnvironment.ParameterPath), FunctionSettings.DeployTimeRules(), log, time);

// SSM and DynamoDB are reached while the rest is set up.
Task reached = Task.WhenAll(rules.ReadAsync(), DynamoDbClients.OpenAsync(dynamoDb, tables, time));
var store = new WorkoutStore(dynamoDb, tables, new DynamoDbRetry(time), time);
var logger = new WorkoutLogger(store);
var handlers = new Handlers(
    new LogWorkoutHandler(logger, time),
    new LogBatchHandler(logger, log, time),
    new ReplaceWorkoutHandler(store, time),
    new DeleteWorkoutHandler(store));
var function = new ApiFunction<Handlers>(Routes.All, handlers, log, metrics, time, rules);
var serializer = new SourceGeneratorLambdaJsonSerializer<ProcessWorkoutJson>();
await reached;

using var bootstrap = LambdaBootstrapBuilder
    .Create<APIGatewayProxyRequest, APIGatewayProxyResponse>(function.HandleAsync, serializer)
    .Build();
await bootstrap.RunAsync();
