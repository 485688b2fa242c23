using WorkoutLog.Contracts;
using WorkoutLog.Domain;
using WorkoutLog.Domain.Statistics;
using WorkoutLog.Storage;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Bench.Growth.Reads;

/// <summary>The functions' table operations for each call, in this process; each returns the units that DynamoDB counted.</summary>
internal sealed class StoreReads(MeasuredStack stack)
{
    public const string Stats = "stats, any grouping";
    public const string FirstPage = "list, first page";
    public const string MiddlePage = "list, page in the middle";
    public const string FirstPageOfType = "list by type, first page";
    public const string MiddlePageOfType = "list by type, page in the middle";
    public const string Create = "create";
    public const string Batch = "create a batch of 25";
    public const string EveryLog = "every log read and added up";

    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(5);

    private readonly DynamoDbRetry _retry = new(stack.Time);

    private string Type => stack.Types[0];

    /// <summary>In the order of the table.</summary>
    public IReadOnlyList<(string Name, Func<History, Task<Units>> Call)> All =>
    [
        (Stats, ReadMonthsAsync),
        (FirstPage, history => ListAsync(history, null, null)),
        (MiddlePage, history => ListAsync(history, null, history.Middle)),
        (FirstPageOfType, history => ListAsync(history, Type, null)),
        (MiddlePageOfType, history => ListAsync(history, Type, history.MiddleOfType)),
        // No batch: DynamoDB Local counts one item per table of a transaction, whatever their number.
        (Create, CreateAsync),
        (EveryLog, ReadEveryLogAsync),
    ];

    public async Task<Units> ReadMonthsAsync(History history)
    {
        RequestScope scope = Soon();
        var months = new StatsReader(stack.DynamoDb, stack.Tables, _retry, stack.Time).ReadMonthsAsync(history.UserId, MonthRange.All, scope);
        await Task.WhenAll(months, Reader().LatestAsync(history.UserId, scope));
        return Check(UserStatistics.Sum(await months).Total.Workouts, history.Logs, scope);
    }

    /// <summary>The alternative without month rows.</summary>
    public async Task<Units> ReadEveryLogAsync(History history)
    {
        RequestScope scope = Soon();
        // DynamoDB returns at most 1 MB per call regardless of the limit, so a plain query would need as many calls.
        var query = new WorkoutQuery(history.UserId, Type: null, TimeRange.All, history.Logs, After: null, MaxReadUnits: int.MaxValue);
        var byType = new Dictionary<string, Totals>();
        do
        {
            StoredPage page = await Reader().ListAsync(query, scope);
            foreach (Workout workout in page.Workouts.Select(stored => stored.Workout))
            {
                byType[workout.Type] = byType.GetValueOrDefault(workout.Type) + Totals.Of(workout);
            }

            query = query with { After = page.Next };
        }
        while (query.After is not null);

        return Check(byType.Values.Sum(totals => totals.Workouts), history.Logs, scope);
    }

    private async Task<Units> ListAsync(History history, string? type, PagePlace? after)
    {
        RequestScope scope = Soon();
        await Reader().ListAsync(new WorkoutQuery(history.UserId, type, TimeRange.All, ApiLimits.DefaultPageSize, after?.Last), scope);
        return new Units(scope.ReadUnits, scope.WriteUnits);
    }

    private async Task<Units> CreateAsync(History history)
    {
        var creation = new WorkoutCreation(stack.DynamoDb, stack.Tables, _retry, stack.Time);
        RequestScope scope = Soon();
        var workout = new Workout
        {
            UserId = history.UserId,
            Type = Type,
            DurationMinutes = 42.5m,
            CaloriesBurned = 480,
            DistanceKm = 8.4m,
            Timestamp = UtcTimestamp.TruncateToMicroseconds(stack.Time.GetUtcNow()),
        };
        var created = (CreateOutcome.Created)await creation.CreateAsync(new Storage.NewWorkout(workout, Request: null), scope);
        // Keeps the history's length.
        await new WorkoutEditing(stack.DynamoDb, stack.Tables, _retry, stack.Time).DeleteAsync(history.UserId, created.Stored.Id, VersionCondition.Any, Soon());
        return new Units(scope.ReadUnits, scope.WriteUnits);
    }

    private static Units Check(int found, int expected, RequestScope scope) => found == expected
        ? new Units(scope.ReadUnits, scope.WriteUnits)
        : throw new InvalidOperationException($"{found} workouts were found; expected {expected}.");

    private WorkoutReader Reader() => new(stack.DynamoDb, stack.Tables, _retry);

    private RequestScope Soon() => new(new Deadline(stack.Time, _limit));
}
