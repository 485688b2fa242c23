using Amazon.DynamoDBv2.Model;
using WorkoutLog.Contracts;
using ApiClient = WorkoutLog.Local.Client.ApiClient;

namespace WorkoutLog.Local.Tests.Cost;

/// <summary>Runs the real functions with a year of one user's workouts, and measures their log lines, items and responses.</summary>
internal sealed class MeasuredRun : IAsyncDisposable
{
    private const int Months = 12;

    // Reached only if a line never arrives.
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(10);

    private readonly Sandbox _folder = new();
    private readonly ConcurrentQueue<string> _lines = new();
    private LocalRun? _run;
    private ApiClient? _api;
    private int _requests;

    private MeasuredRun()
    {
    }

    /// <summary>The lines that the functions wrote since the last call, by function.</summary>
    public async Task<ILookup<string, WrittenLine>> TakeLinesAsync()
    {
        // A line may arrive after the response; the line of the request is the last.
        using var limit = new CancellationTokenSource(_limit);
        while (_lines.Count(line => line.Contains(LogMessages.RequestHandled, StringComparison.Ordinal)) < _requests)
        {
            await Task.Delay(20, limit.Token);
        }

        _requests = 0;
        List<string> lines = [];
        while (_lines.TryDequeue(out var line))
        {
            lines.Add(line);
        }

        // On a busy machine a function may read its parameters too late; the model excludes that.
        return lines.Where(line => line.Contains("] {", StringComparison.Ordinal)
            && !new[] { MetricNames.ParametersNotRead, LogMessages.ParametersNotRead }.Any(line.Contains)).ToLookup(
            line => line[1..line.IndexOf(']', StringComparison.Ordinal)], line => new WrittenLine(line[(line.IndexOf(']', StringComparison.Ordinal) + 2)..]));
    }

    public static async Task<MeasuredRun> StartAsync(ResourceGraph graph)
    {
        var measured = new MeasuredRun();
        var repository = measured._folder.PathOf("repository");
        LocalRepository.Create(repository);
        measured._run = await LocalRun.StartAsync(graph, new LocalRunOptions(repository, 0, measured._lines.Enqueue, TimeProvider.System), CancellationToken.None);
        measured._api = new ApiClient(measured._run, LocalIdentity.Service(measured._run.Description.Api.Account), TimeProvider.System);
        return measured;
    }

    /// <summary>Logs a workout on each day of the twelve months before this one, each with a key.</summary>
    /// <returns>Bytes of the last answer.</returns>
    public async Task<int> LogYearAsync(string user, IReadOnlyList<string> types)
    {
        var bytes = 0;
        var now = TimeProvider.System.GetUtcNow();
        var end = new DateTime(now.Year, now.Month, 1);
        for (var day = end.AddMonths(-Months); day < end; day = day.AddDays(1))
        {
            bytes = await LogAsync(user, day, types);
        }

        return bytes;
    }

    /// <returns>Bytes of the answer.</returns>
    public async Task<int> LogAsync(string user, DateTime day, IReadOnlyList<string> types)
    {
        _requests++;
        var answer = await _api!.SendAsync(HttpMethod.Post, "/workouts", Workout(user, day, types), [("Idempotency-Key", Guid.NewGuid().ToString())], CancellationToken.None);
        Assert.Equal(201, (int)answer.Status);
        return Encoding.UTF8.GetByteCount(answer.Body);
    }

    /// <returns>Bytes of the answer.</returns>
    public async Task<int> GetAsync(string path)
    {
        _requests++;
        var answer = await _api!.SendAsync(HttpMethod.Get, path, null, [], CancellationToken.None);
        Assert.Equal(200, (int)answer.Status);
        return Encoding.UTF8.GetByteCount(answer.Body);
    }

    /// <returns>Bytes of each item, as DynamoDB counts them: names and values.</returns>
    public async Task<int[]> ItemBytesAsync(string table, Func<Dictionary<string, AttributeValue>, bool> which) =>
        [.. (await ItemsAsync(table)).Where(which).Select(Bytes)];

    /// <returns>Bytes of some attributes in each item that has them all.</returns>
    public async Task<int[]> AttributeBytesAsync(string table, params string[] names) =>
        [.. (await ItemsAsync(table)).Where(item => names.All(item.ContainsKey)).Select(item => Bytes(names.ToDictionary(name => name, name => item[name])))];

    /// <returns>Bytes of each event on the bus.</returns>
    public async Task<int[]> EventBytesAsync()
    {
        await _run!.SettleEventsAsync(CancellationToken.None);
        using var http = new HttpClient { DefaultRequestHeaders = { { "Accept", "application/json" } } };
        var board = JsonNode.Parse(await http.GetStringAsync($"{_run.Url}/_events"))!;
        return [.. board["events"]!.AsArray().Select(published => Encoding.UTF8.GetByteCount(published!.ToJsonString()))];
    }

    public async ValueTask DisposeAsync()
    {
        _api!.Dispose();
        await _run!.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<List<Dictionary<string, AttributeValue>>> ItemsAsync(string table)
    {
        using var client = _run!.DynamoDb.CreateClient();
        var name = _run.Description.Tables.Single(candidate => candidate.Name == table).Outputs["name"]!.GetValue<string>();
        return (await client.ScanAsync(new ScanRequest(name))).Items;
    }

    private static string Workout(string user, DateTime day, IReadOnlyList<string> types) => new JsonObject
    {
        ["userId"] = user,
        ["workoutType"] = types[day.Day % types.Count],
        ["durationMinutes"] = 45.5,
        ["caloriesBurned"] = 512,
        ["distanceKm"] = 8.25,
        ["notes"] = "Easy run along the river, felt good.",
        ["workoutTimestamp"] = day.AddHours(7.25).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) + "+02:00",
    }.ToJsonString();

    private static int Bytes(Dictionary<string, AttributeValue> item) => item.Sum(attribute => Encoding.UTF8.GetByteCount(attribute.Key) + Bytes(attribute.Value));

    // A number takes a byte for two digits and one more.
    private static int Bytes(AttributeValue value) => value switch
    {
        { S: { } text } => Encoding.UTF8.GetByteCount(text),
        { B: { } bytes } => (int)bytes.Length,
        { N: { } number } => 1 + ((number.Count(char.IsDigit) + 1) / 2),
        { IsMSet: true, M: { } map } => 3 + map.Sum(member => 1 + Encoding.UTF8.GetByteCount(member.Key) + Bytes(member.Value)),
        _ => throw new InvalidOperationException("An attribute is of a type that no item here has."),
    };
}

/// <summary>A line that a function wrote, without its end.</summary>
internal sealed record WrittenLine(string Text)
{
    public JsonObject Json { get; } = JsonNode.Parse(Text)!.AsObject();

    /// <summary>With the end of the line.</summary>
    public int Bytes => Encoding.UTF8.GetByteCount(Text) + 1;

    public bool IsMetric => Json.ContainsKey("_aws");
}
