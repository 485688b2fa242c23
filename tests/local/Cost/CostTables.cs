using WorkoutLog.Local.Cost;
using WorkoutLog.Local.Cost.Billing;
using WorkoutLog.Local.Cost.Pricing;

namespace WorkoutLog.Local.Tests.Cost;

/// <summary>What the model takes of a request, in the document's words.</summary>
internal static class AssumedFigures
{
    public static string Table() => MarkdownTable.Of(["figure", "from", "value"], 2,
    [
        ["write units of a log: workout, record of the key, index, month", "item sizes below", $"{RequestUnits.LogWrite} + {RequestUnits.IdempotencyWrite} + {RequestUnits.IndexWrite} + {RequestUnits.RollupWrite}"],
        ["read units of statistics over twelve months: months, latest workout", "item sizes below", $"{RequestUnits.StatsRead} + {RequestUnits.LatestRead}"],
        ["read units of a page of a list", "item sizes below", Of(RequestUnits.ListRead)],
        ["bytes of a workout, of the record of a key, of a month", "measured by a test", $"{Assumptions.LogItemBytes}, {Assumptions.IdempotencyRecordBytes}, {Assumptions.MonthRowBytes}"],
        ["bytes that mark a change for the stream, of its event", "measured", $"{Assumptions.ChangeMarkBytes}, {Of(Assumptions.EventBytes)}"],
        ["bytes of a function's line on a request", "measured by a test", Of(Assumptions.RequestLineBytes)],
        ["bytes of metric lines, of a log and of a read", "measured by a test", $"{Assumptions.WriteMetricBytes}, {Assumptions.ReadMetricBytes}"],
        ["bytes of an answer, of a log and of a read", "measured by a test", string.Create(CultureInfo.InvariantCulture, $"{Assumptions.WriteAnswerBytes}, {Assumptions.ReadAnswerBytes:N0}")],
        ["bytes of an answer's headers", "assumed", Of(Assumptions.HeaderBytes)],
        ["bytes of Lambda's own lines", "assumed, from the form in the AWS Lambda developer guide", Of(Assumptions.PlatformLineBytes)],
        ["milliseconds of CPU of a warm request, of a log and of a read", "measured, see [memory](#the-functions-memory)", $"{Of(Measurements.Latest.Functions.WriteCpuMilliseconds)}, {Of(Measurements.Latest.Functions.ReadCpuMilliseconds)}"],
        ["milliseconds to DynamoDB and back, of a log and of a read", "assumed", $"{Of(Assumptions.DynamoDbMillisecondsOfWrite)}, {Of(Assumptions.DynamoDbMillisecondsOfRead)}"],
        ["milliseconds of a start", "measured", Of(Measurements.Latest.Functions.StartMilliseconds)],
        ["requests that start a function", "assumed", Of(Assumptions.StartsPerRequest)],
        ["reads for each log, half statistics and half lists", "assumed: what an app shows after a workout", Of(Assumptions.ReadsPerLog)],
        ["logs with an `Idempotency-Key`", "assumed: all", Of(Assumptions.KeyedShareOfLogs)],
        ["logs of a user a day", "assumed", Of(Assumptions.LogsPerUserAndDay)],
        ["calls of each other route for each log, for its metrics alone", "assumed", Of(Assumptions.OtherRouteCallsPerLog)],
        ["months of workouts that are kept", "a bill is that of the twelfth month", Of(Assumptions.MonthsOfHistory)],
        ["busiest minute, as a multiple of the day's mean", "given", Of(DailyCurve.Peak)],
        ["traces taken, beyond the first of each second", "X-Ray's default rule", Of(Assumptions.SampledShare)],
        ["application signals of an objective each minute, of availability and of latency", "Amazon CloudWatch pricing, Application Signals", $"{Of(Assumptions.SignalsOfAvailability)}, {Of(Assumptions.SignalsOfLatency)}"],
        ["what CloudWatch keeps of a byte", "Amazon CloudWatch pricing, its example", Of(Assumptions.LogCompression)],
    ]);

    private static string Of(double value) => value.ToString("#,0.###", CultureInfo.InvariantCulture);
}

/// <summary>What a small stack would pay if it did without one thing after the other.</summary>
internal static class SmallStack
{
    private const double LogsPerDay = 3_000;

    private static readonly (string Name, Func<Usage, Usage?> Change)[] _steps =
    [
        ("as declared", usage => usage),
        ("with `tracing: false`", usage => usage.Price == "trace" ? null : usage),
        ("and with `pointInTimeRecovery: false`", usage => usage.Price == "recovery" ? null : usage),
    ];

    public static string Table(ResourceGraph graph)
    {
        var prices = PriceList.Load();
        var (withReads, alone) = (Bill.Usages(graph, Workload.OfApp(LogsPerDay)).ToList(), Bill.Usages(graph, new Workload(LogsPerDay, ReadsPerDay: 0)).ToList());
        var rows = new List<string[]>();
        foreach (var (name, change) in _steps)
        {
            withReads = [.. withReads.Select(change).OfType<Usage>()];
            alone = [.. alone.Select(change).OfType<Usage>()];
            rows.Add([name, .. Both(Bill.PriceAll(withReads, prices)), .. Both(Bill.PriceAll(alone, prices))]);
        }

        return CostDocument.Source("cost --stack dev --logs-per-day 3000 [--reads-per-day 6000]")
            + MarkdownTable.Of(["dev, 3,000 logs a day", "with 6,000 reads: list", "to pay", "without reads: list", "to pay"], 1, rows);
    }

    private static string[] Both(IEnumerable<BillLine> lines)
    {
        var besides = lines.Where(line => !line.IsAside).ToArray();
        return [Amounts.Dollars(besides.Sum(line => line.ListDollars)), Amounts.Dollars(besides.Sum(line => line.Dollars))];
    }
}
