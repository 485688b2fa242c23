using Amazon.DynamoDBv2.Model;
using WorkoutLog.Contracts;

namespace WorkoutLog.Local.Tests.Cost;

/// <summary>The assumptions of the model match measurements of the functions.</summary>
public sealed class MeasuredTests(Stacks stacks) : IClassFixture<Stacks>
{
    // DynamoDB Local reports twice the units that DynamoDB bills for an item in a transaction, and four times those of an index.
    private const int LocalTransaction = 2;
    private const int LocalIndex = 4;

    private const double Tolerance = 0.15;

    // A typical length: the user ids of Cognito.
    private const string User = "us-east-1:0f8fad5b-d9cb-469f-a165-70867728950e";

    [Fact]
    public async Task A_year_of_workouts_takes_the_units_and_the_bytes_of_the_model()
    {
        await using var run = await MeasuredRun.StartAsync(stacks.Dev);
        var process = stacks.Dev.OfType(FunctionType.Token).Single(function => function.Name == "ProcessWorkout");
        var types = process.Inputs["environment"]!["variables"]![FunctionEnvironment.SupportedTypes]!.GetValue<string>().Split(',');

        var writeAnswer = await run.LogYearAsync(User, types);
        var writes = (await run.TakeLinesAsync())["ProcessWorkout"].ToList();
        // The year touches two years; each of these seals one.
        await run.GetAsync($"/stats/{Uri.EscapeDataString(User)}");
        await run.GetAsync($"/stats/{Uri.EscapeDataString(User)}");
        await run.TakeLinesAsync();
        var stats = await run.GetAsync($"/stats/{Uri.EscapeDataString(User)}");
        var statsLines = (await run.TakeLinesAsync())["QueryWorkouts"].ToList();
        var list = await run.GetAsync($"/workouts/{Uri.EscapeDataString(User)}");
        var listLines = (await run.TakeLinesAsync())["QueryWorkouts"].ToList();

        Assert.InRange(writes.Count(line => !line.IsMetric), 365, 366);
        AssertNear(
            ("line of a request", Assumptions.RequestLineBytes, writes.Where(line => !line.IsMetric).Average(line => line.Bytes)),
            ("metric lines of a write", Assumptions.WriteMetricBytes, writes.Where(line => line.IsMetric).Sum(line => line.Bytes) / (double)writes.Count(line => !line.IsMetric)),
            ("metric line of a read", Assumptions.ReadMetricBytes, statsLines.Concat(listLines).Where(line => line.IsMetric).Sum(line => line.Bytes) / 2.0),
            ("answer of a write", Assumptions.WriteAnswerBytes, writeAnswer),
            ("answer of a read", Assumptions.ReadAnswerBytes, (stats + list) / 2.0),
            ("workout", Assumptions.LogItemBytes, (await run.ItemBytesAsync("logs", item => item.ContainsKey(LogsTableSchema.ByTypePartitionKey))).Average()),
            ("idempotency record", Assumptions.IdempotencyRecordBytes, (await run.ItemBytesAsync("logs", item => item.ContainsKey(LogsTableSchema.ExpiresAt))).Average()),
            ("month", Assumptions.MonthRowBytes, (await run.ItemBytesAsync("stats", item => !IsYear(item))).Average()),
            // Ten of the twelve months are sealed.
            ("sealed year", Assumptions.YearRowBytes, (await run.ItemBytesAsync("stats", IsYear)).Sum() * 12 / 10.0));

        int write = (LocalTransaction * (RequestUnits.LogWrite + RequestUnits.IdempotencyWrite + RequestUnits.RollupWrite)) + (LocalIndex * RequestUnits.IndexWrite);
        // DynamoDB Local leaves out the row of the year, which is the second item of its table in a write to an old month.
        Assert.Equal(write, Assert.Single(UnitsOf(writes, MetricNames.ConsumedWriteUnits)));
        Assert.Equal(
            (RequestUnits.StatsRead + RequestUnits.LatestRead, RequestUnits.ListRead),
            (Assert.Single(UnitsOf(statsLines, MetricNames.ConsumedReadUnits)), Assert.Single(UnitsOf(listLines, MetricNames.ConsumedReadUnits))));

        // Metrics that only a rejected, a repeated or a conflicting request emits are not measured.
        var emitted = writes.Concat(statsLines).Concat(listLines).SelectMany(EmittedBy).ToHashSet();
        var rare = new[] { MetricNames.ValidationErrors, MetricNames.IdempotentReplays, MetricNames.Conflicts }.Select(name => (name, ""));
        var modelled = stacks.Dev.OfType(FunctionType.Token).SelectMany(function => Demand.Of(stacks.Dev).MetricsOf(function, new Workload(1, 1))).Select(metric => (metric.Name, metric.Type));
        Assert.Equal(modelled.Order(), emitted.Concat(rare).Order());
    }

    [Fact]
    public async Task A_new_workout_has_the_marks_and_the_event_of_the_model()
    {
        await using var run = await MeasuredRun.StartAsync(await Stacks.OfAsync("dev", ("events", "eventBridge")));

        await run.LogAsync(User, DateTime.Today.AddDays(-1), ["RUN"]);

        AssertNear(
            ("marks", Assumptions.ChangeMarkBytes, Assert.Single(await run.AttributeBytesAsync("logs", ChangeAttributes.Type, ChangeAttributes.WorkoutId, ChangeAttributes.Previous))),
            ("event", Assumptions.EventBytes, Assert.Single(await run.EventBytesAsync())));
    }

    private static bool IsYear(Dictionary<string, AttributeValue> row) => row[StatsTableSchema.SortKey].S.StartsWith(':');

    // Each once, in order.
    private static int[] UnitsOf(IEnumerable<WrittenLine> lines, string metric) =>
        [.. lines.Select(line => line.Json[metric]).OfType<JsonNode>().Select(units => (int)units).Distinct().Order()];

    // One metric for each name and set of dimensions.
    private static IEnumerable<(string Name, string Type)> EmittedBy(WrittenLine line) =>
        from directive in line.Json["_aws"]?["CloudWatchMetrics"]?.AsArray() ?? []
        from dimensions in directive!["Dimensions"]!.AsArray()
        from metric in directive["Metrics"]!.AsArray()
        let byType = dimensions!.AsArray().Any(name => name!.GetValue<string>() == MetricNames.WorkoutType)
        select (metric!["Name"]!.GetValue<string>(), byType ? line.Json[MetricNames.WorkoutType]!.GetValue<string>() : "");

    private static void AssertNear(params (string What, double Assumed, double Measured)[] figures)
    {
        string[] wrong = [.. figures
            .Where(figure => Math.Abs(figure.Assumed - figure.Measured) > Tolerance * figure.Measured)
            .Select(figure => $"{figure.What}: {figure.Assumed} bytes are assumed, {figure.Measured:0} are measured.")];
        Assert.True(wrong is [], string.Join('\n', wrong));
    }
}
