using WorkoutLog.Local.Cost;
using WorkoutLog.Local.Cost.Billing;
using WorkoutLog.Local.Cost.Pricing;

namespace WorkoutLog.Local.Tests.Cost;

/// <summary>The assumptions of the model, as in the document.</summary>
internal static class AssumedFigures
{
    public static string Table() => MarkdownTable.Of(["figure", "from", "value"], 2,
    [
        ["write units of a log: workout, idempotency record, index, month", "item sizes below", $"{RequestUnits.LogWrite} + {RequestUnits.IdempotencyWrite} + {RequestUnits.IndexWrite} + {RequestUnits.RollupWrite}"],
        ["read units of statistics over twelve months: months, latest workout", "item sizes below", $"{RequestUnits.StatsRead} + {RequestUnits.LatestRead}"],
        ["read units of a page of a list", "item sizes below", Of(RequestUnits.ListRead)],
        ["bytes of a workout, of an idempotency record, of a month", "measured by a test", $"{Assumptions.LogItemBytes}, {Assumptions.IdempotencyRecordBytes}, {Assumptions.MonthRowBytes}"],
        ["bytes of a change mark, of its event", "measured by a test", $"{Assumptions.ChangeMarkBytes}, {Of(Assumptions.EventBytes)}"],
        ["bytes of a function's log line per request", "measured by a test", Of(Assumptions.RequestLineBytes)],
        ["bytes of metric lines per log, per read", "measured by a test", $"{Assumptions.WriteMetricBytes}, {Assumptions.ReadMetricBytes}"],
        ["bytes of a response to a log, to a read", "measured by a test", string.Create(CultureInfo.InvariantCulture, $"{Assumptions.WriteAnswerBytes}, {Assumptions.ReadAnswerBytes:N0}")],
        ["bytes of response headers", "assumed", Of(Assumptions.HeaderBytes)],
        ["bytes of Lambda's own log lines", "assumed, from the format in the AWS Lambda developer guide", Of(Assumptions.PlatformLineBytes)],
        ["CPU milliseconds of a warm log, of a warm read", "measured, see [memory](#function-memory)", $"{Of(MeasuredFunctions.Latest.WriteCpuMilliseconds)}, {Of(MeasuredFunctions.Latest.ReadCpuMilliseconds)}"],
        ["milliseconds of DynamoDB round trips per log, per read", "assumed", $"{Of(Assumptions.DynamoDbMillisecondsOfWrite)}, {Of(Assumptions.DynamoDbMillisecondsOfRead)}"],
        ["milliseconds of a cold start", "measured", Of(MeasuredFunctions.Latest.StartMilliseconds)],
        ["share of requests with a cold start", "assumed", Of(Assumptions.StartsPerRequest)],
        ["reads per log, half statistics and half lists", "assumed: what an app shows after a workout", Of(Assumptions.ReadsPerLog)],
        ["share of logs with an `Idempotency-Key`", "assumed: all", Of(Assumptions.KeyedShareOfLogs)],
        ["logs per user and day", "assumed", Of(Assumptions.LogsPerUserAndDay)],
        ["calls of each other route per log, for its metrics only", "assumed", Of(Assumptions.OtherRouteCallsPerLog)],
        ["months of stored workouts", "a bill is for the twelfth month", Of(Assumptions.MonthsOfHistory)],
        ["peak minute, as a multiple of the daily mean", "given", Of(DailyCurve.Peak)],
        ["share of requests traced, beyond the first per second", "X-Ray's default rule", Of(Assumptions.SampledShare)],
        ["application signals per objective and minute: availability, latency", "Amazon CloudWatch pricing, Application Signals", $"{Of(Assumptions.SignalsOfAvailability)}, {Of(Assumptions.SignalsOfLatency)}"],
        ["share of each byte that CloudWatch stores", "Amazon CloudWatch pricing, its example", Of(Assumptions.LogCompression)],
    ]);

    private static string Of(double value) => value.ToString("#,0.###", CultureInfo.InvariantCulture);
}

/// <summary>The bill of a small stack without one feature after the other.</summary>
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
            + MarkdownTable.Of(["dev, 3,000 logs per day", "with 6,000 reads: list", "to pay", "without reads: list", "to pay"], 1, rows);
    }

    private static string[] Both(IEnumerable<BillLine> lines)
    {
        var paid = lines.Where(line => !line.IsExtra).ToArray();
        return [Amounts.Dollars(paid.Sum(line => line.ListDollars)), Amounts.Dollars(paid.Sum(line => line.Dollars))];
    }
}
