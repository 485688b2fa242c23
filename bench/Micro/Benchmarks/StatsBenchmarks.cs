using Amazon.DynamoDBv2.Model;
using Amazon.Lambda.APIGatewayEvents;
using BenchmarkDotNet.Attributes;
using WorkoutLog.Bench.Growth.Seeding;
using WorkoutLog.Contracts;
using WorkoutLog.Domain;
using WorkoutLog.Domain.Validation;
using WorkoutLog.QueryWorkouts;
using WorkoutLog.Storage;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Bench.Micro.Benchmarks;

/// <summary>From the rows of a user's months, one workout a day, to the answer of <c>GET /stats/{userId}</c>.</summary>
public class StatsBenchmarks
{
    private static readonly StorageTables _tables = new("logs", "stats");

    private GetStatsHandler _handler = null!;

    [Params(12, 120)]
    public int Months { get; set; }

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        var retry = new DynamoDbRetry(TimeProvider.System);
        var client = new InstantDynamoDb(await ItemsAsync(Months));
        _handler = new GetStatsHandler(new StatsReader(client, _tables, retry, TimeProvider.System), new WorkoutReader(client, _tables, retry), TimeProvider.System);
    }

    [Benchmark(Description = "GET /stats but for the network")]
    public Task<string> AllTime() => HandleAsync(Event(groupBy: null));

    [Benchmark(Description = "GET /stats by day but for the network")]
    public Task<string> ByDay() => HandleAsync(Event(StatsGrouping.Day));

    private async Task<string> HandleAsync(APIGatewayProxyRequest proxyEvent)
    {
        APIGatewayProxyResponse answer = await _handler.HandleAsync(MeasuredRequest.Of(proxyEvent));
        return answer.StatusCode == 200 ? answer.Body : throw new InvalidOperationException($"The measured request was answered {answer.StatusCode}.");
    }

    private static APIGatewayProxyRequest Event(string? groupBy) => new()
    {
        HttpMethod = "GET",
        Resource = "/stats/{userId}",
        Path = $"/stats/{MeasuredRequest.UserId}",
        PathParameters = new Dictionary<string, string> { [WorkoutFields.UserId] = MeasuredRequest.UserId },
        MultiValueQueryStringParameters = groupBy is null ? null : new Dictionary<string, IList<string>> { [QueryParameters.GroupBy] = [groupBy] },
    };

    // The months and the latest workout, as the store would have left them.
    private static async Task<List<(string Table, Dictionary<string, AttributeValue> Item)>> ItemsAsync(int months)
    {
        var behind = new DateOnly(2026, 5, 1);
        int days = behind.DayNumber - behind.AddMonths(-months).DayNumber;
        using var captured = new CapturedWrites();
        var creation = new WorkoutCreation(captured, _tables, new DynamoDbRetry(TimeProvider.System), TimeProvider.System);
        foreach (Workout workout in WorkoutHistory.Of(MeasuredRequest.UserId, days, behind, MeasuredRequest.Rules.Rules.SupportedTypes))
        {
            await creation.CreateAsync(new Storage.NewWorkout(workout, Request: null), new RequestScope(new Deadline(TimeProvider.System, TimeSpan.FromSeconds(30))));
        }

        return [(_tables.Logs, captured.TakePuts()[^1].Item), .. captured.Rows.Items];
    }
}
