using Amazon.DynamoDBv2;
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
string region = FunctionSettings.Require(FunctionSettings.Region);
var tables = new StorageTables(
    Logs: FunctionSettings.Require(FunctionEnvironment.LogsTable),
    Stats: FunctionSettings.Require(FunctionEnvironment.StatsTable));
var dynamoDb = DynamoDbClients.Create(region);

// Connect to DynamoDB while the rest is set up; statistics make two concurrent calls.
Task reached = Task.WhenAll(DynamoDbClients.OpenAsync(dynamoDb, tables, time), DynamoDbClients.OpenAsync(dynamoDb, tables, time));
var function = Compose(dynamoDb, Console.OpenStandardOutput());
var serializer = new SourceGeneratorLambdaJsonSerializer<QueryWorkoutsJson>();
await Warmup.PlayAsync(Compose(DynamoDbClients.CreateForWarmup(region), Stream.Null), serializer, WarmupEvent.GetStats);
await reached;

using var bootstrap = LambdaBootstrapBuilder
    .Create<APIGatewayProxyRequest, APIGatewayProxyResponse>(function.HandleAsync, serializer)
    .Build();
await bootstrap.RunAsync();

ApiFunction<Handlers> Compose(IAmazonDynamoDB client, Stream lines)
{
    var retry = new DynamoDbRetry(time);
    var workouts = new WorkoutReader(client, tables, retry);
    var handlers = new Handlers(
        new ListWorkoutsHandler(workouts),
        new GetWorkoutHandler(workouts),
        new ExportWorkoutsHandler(workouts),
        new GetStatsHandler(new StatsReader(client, tables, retry, time), workouts, time));
    var log = new Log(lines, time, FunctionSettings.LogLevel);
    var metrics = new MetricsWriter(lines, time, FunctionSettings.Require(FunctionEnvironment.Environment), FunctionSettings.Monitoring);
    return new ApiFunction<Handlers>(Routes.All, handlers, log, metrics, time, FunctionSettings.ServiceRoles)
    {
        AllowedOrigins = FunctionSettings.AllowedOrigins,
    };
}
