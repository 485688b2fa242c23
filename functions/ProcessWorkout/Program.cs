using Amazon.DynamoDBv2;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using WorkoutLog.Contracts;
using WorkoutLog.Http;
using WorkoutLog.Http.Metrics;
using WorkoutLog.Http.Runtime;
using WorkoutLog.ProcessWorkout;
using WorkoutLog.Storage;
using WorkoutLog.Storage.Resilience;

var time = TimeProvider.System;
// Shared by the logs of background refreshes and of requests.
var output = Stream.Synchronized(Console.OpenStandardOutput());
string region = FunctionSettings.Require(FunctionSettings.Region);
var tables = new StorageTables(
    Logs: FunctionSettings.Require(FunctionEnvironment.LogsTable),
    Stats: FunctionSettings.Require(FunctionEnvironment.StatsTable))
{
    HasEvents = FunctionSettings.HasEvents,
};
var dynamoDb = DynamoDbClients.Create(region);
var rules = new RuntimeRules(
    ParameterClients.Create(region),
    FunctionSettings.Require(FunctionEnvironment.ParameterPath),
    FunctionSettings.DeployTimeRules(),
    new Log(output, time, FunctionSettings.LogLevel),
    MetricsTo(output),
    time);

// Connect to SSM and DynamoDB while the rest is set up.
Task reached = Task.WhenAll(rules.ReadAsync(), DynamoDbClients.OpenAsync(dynamoDb, tables, time));
var function = Compose(dynamoDb, output);
var serializer = new SourceGeneratorLambdaJsonSerializer<ProcessWorkoutJson>();
await Warmup.PlayAsync(Compose(DynamoDbClients.CreateForWarmup(region), Stream.Null), serializer, WarmupEvent.LogWorkout);
await reached;

using var bootstrap = LambdaBootstrapBuilder
    .Create<APIGatewayProxyRequest, APIGatewayProxyResponse>(function.HandleAsync, serializer)
    .Build();
await bootstrap.RunAsync();

ApiFunction<Handlers> Compose(IAmazonDynamoDB client, Stream lines)
{
    var log = new Log(lines, time, FunctionSettings.LogLevel);
    var retry = new DynamoDbRetry(time);
    var logger = new WorkoutLogger(new WorkoutCreation(client, tables, retry, time));
    var editing = new WorkoutEditing(client, tables, retry, time);
    var handlers = new Handlers(
        new LogWorkoutHandler(logger, time),
        new LogBatchHandler(logger, log, time),
        new ReplaceWorkoutHandler(editing, time),
        new DeleteWorkoutHandler(editing));
    return new ApiFunction<Handlers>(Routes.All, handlers, log, MetricsTo(lines), time, FunctionSettings.ServiceRoles, rules)
    {
        AllowedOrigins = FunctionSettings.AllowedOrigins,
    };
}

MetricsWriter MetricsTo(Stream lines) =>
    new(lines, time, FunctionSettings.Require(FunctionEnvironment.Environment), FunctionSettings.Monitoring);
