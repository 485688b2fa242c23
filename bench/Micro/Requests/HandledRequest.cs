using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Runtime;
using Amazon.SimpleSystemsManagement;
using WorkoutLog.Contracts;
using WorkoutLog.Domain.Validation;
using WorkoutLog.Http;
using WorkoutLog.Http.Metrics;
using WorkoutLog.Http.Runtime;
using WorkoutLog.ProcessWorkout;
using WorkoutLog.QueryWorkouts;
using WorkoutLog.Storage;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Bench.Micro.Requests;

/// <summary>A request from event to answer, including log line and metrics, on a DynamoDB that answers synchronously.</summary>
/// <param name="Name">Name in tables.</param>
/// <param name="Status">Expected status.</param>
internal sealed record HandledRequest(string Name, int Status, Func<Task<APIGatewayProxyResponse>> Answer)
{
    /// <summary>Requests whose allocated bytes are committed.</summary>
    public static IEnumerable<HandledRequest> Committed => [LogWorkout(), LogBatch(), GetStats(months: 12), ListWorkouts()];

    public static HandledRequest LogWorkout() => new("POST /workouts", 201, Process(
        "/workouts", MeasuredRequest.Body, new() { [HeaderNames.ContentType] = MediaTypes.Json, [HeaderNames.IdempotencyKey] = "0f8fad5b-d9cb-469f-a165-70867728950e" }));

    public static HandledRequest LogBatch()
    {
        JsonArray workouts = [.. Enumerable.Range(0, ApiLimits.MaxBatchSize).Select(_ => JsonNode.Parse(MeasuredRequest.Body))];
        string body = new JsonObject { [WorkoutFields.Workouts] = workouts }.ToJsonString();
        return new($"POST /workouts/batch, {ApiLimits.MaxBatchSize} workouts", 200, Process("/workouts/batch", body, new() { [HeaderNames.ContentType] = MediaTypes.Json }));
    }

    /// <param name="groupBy">A <see cref="StatsGrouping"/>; null for none.</param>
    public static HandledRequest GetStats(int months, string? groupBy = null)
    {
        var history = StoredHistory.Of(months);
        return new(
            $"GET /stats, {months} months", 200,
            Query("/stats/{userId}", CannedDynamoDb.Client([history.Workouts[0], .. history.Rows]), groupBy is null ? null : (QueryParameters.GroupBy, groupBy)));
    }

    public static HandledRequest ListWorkouts() => new(
        $"GET /workouts, page of {ApiLimits.DefaultPageSize}", 200,
        // One more indicates another page.
        Query("/workouts/{userId}", CannedDynamoDb.Client(StoredHistory.Of(months: 1).Workouts.Take(ApiLimits.DefaultPageSize + 1)), parameter: null));

    /// <returns>The body of the answer.</returns>
    /// <exception cref="InvalidOperationException">The answer has another status: a rejection would be fast but meaningless.</exception>
    public async Task<string> HandleAsync()
    {
        APIGatewayProxyResponse answer = await Answer();
        return answer.StatusCode == Status ? answer.Body : throw new InvalidOperationException($"{Name} returned {answer.StatusCode}: {answer.Body}");
    }

    private static Func<Task<APIGatewayProxyResponse>> Process(string path, string body, Dictionary<string, string> headers)
    {
        IAmazonDynamoDB client = CannedDynamoDb.Client();
        var time = MeasuredRequest.Time;
        var retry = new DynamoDbRetry(time);
        var logger = new WorkoutLogger(new WorkoutCreation(client, CannedDynamoDb.Tables, retry, time));
        var editing = new WorkoutEditing(client, CannedDynamoDb.Tables, retry, time);
        Log log = MeasuredRequest.Log;
        // Read only in INIT and every five minutes, which never pass here.
        var rules = new RuntimeRules(
            new AmazonSimpleSystemsManagementClient(new AnonymousAWSCredentials(), Amazon.RegionEndpoint.USEast1), "/measured", MeasuredRequest.Rules.Rules, log, Metrics(), time);
        var function = new ApiFunction<ProcessWorkout.Handlers>(
            ProcessWorkout.Routes.All,
            new(new LogWorkoutHandler(logger, time), new LogBatchHandler(logger, log, time), new ReplaceWorkoutHandler(editing, time), new DeleteWorkoutHandler(editing)),
            log, Metrics(), time, serviceRoles: [], rules);
        return () => function.HandleAsync(
            new() { HttpMethod = "POST", Resource = path, Path = path, Body = body, Headers = headers, RequestContext = MeasuredRequest.Context }, MeasuredRequest.Invocation);
    }

    private static Func<Task<APIGatewayProxyResponse>> Query(string resource, IAmazonDynamoDB client, (string Name, string Value)? parameter)
    {
        var time = MeasuredRequest.Time;
        var retry = new DynamoDbRetry(time);
        var workouts = new WorkoutReader(client, CannedDynamoDb.Tables, retry);
        var function = new ApiFunction<QueryWorkouts.Handlers>(
            QueryWorkouts.Routes.All,
            new(
                new ListWorkoutsHandler(workouts), new GetWorkoutHandler(workouts), new ExportWorkoutsHandler(workouts),
                new GetStatsHandler(new StatsReader(client, CannedDynamoDb.Tables, retry, time), workouts, time)),
            MeasuredRequest.Log, Metrics(), time, serviceRoles: []);
        string path = resource.Replace($"{{{WorkoutFields.UserId}}}", MeasuredRequest.UserId, StringComparison.Ordinal);
        return () => function.HandleAsync(
            new()
            {
                HttpMethod = "GET",
                Resource = resource,
                Path = path,
                PathParameters = new Dictionary<string, string> { [WorkoutFields.UserId] = MeasuredRequest.UserId },
                MultiValueQueryStringParameters = parameter is { } given ? new Dictionary<string, IList<string>> { [given.Name] = [given.Value] } : null,
                RequestContext = MeasuredRequest.Context,
            },
            MeasuredRequest.Invocation);
    }

    private static MetricsWriter Metrics() => new(Stream.Null, MeasuredRequest.Time, "measured", MonitoringLevel.Detailed);
}
