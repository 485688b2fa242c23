using System.Globalization;
using WorkoutLog.Local.Graph.Load;

namespace WorkoutLog.Local.Tests.Cost;

/// <summary>What the model takes of a request, in the document's words.</summary>
internal static class AssumedFigures
{
    public static string Table() => GeneratedSections.Table(["figure", "from", "value"], 2,
    [
        ["write units of a log: workout, record of the key, index, month", "item sizes below", $"{RequestUnits.LogWrite} + {RequestUnits.IdempotencyWrite} + {RequestUnits.IndexWrite} + {RequestUnits.RollupWrite}"],
        ["read units of statistics over twelve months", "item sizes below", Of(RequestUnits.StatsRead)],
        ["read units of a page of a list", "item sizes below", Of(RequestUnits.ListRead)],
        ["bytes of a workout, of the record of a key, of a month", "measured by a test", $"{Assumptions.LogItemBytes}, {Assumptions.IdempotencyRecordBytes}, {Assumptions.MonthRowBytes}"],
        ["bytes of a function's line on a request", "measured by a test", Of(Assumptions.RequestLineBytes)],
        ["bytes of metric lines, of a log and of a read", "measured by a test", $"{Assumptions.WriteMetricBytes}, {Assumptions.ReadMetricBytes}"],
        ["bytes of an answer, of a log and of a read", "measured by a test", string.Create(CultureInfo.InvariantCulture, $"{Assumptions.WriteAnswerBytes}, {Assumptions.ReadAnswerBytes:N0}")],
        ["bytes of an answer's headers", "assumed", Of(Assumptions.HeaderBytes)],
        ["bytes of Lambda's own lines", "assumed, from the form in the AWS Lambda developer guide", Of(Assumptions.PlatformLineBytes)],
        ["milliseconds billed, of a log and of a read", "assumed", $"{Of(Assumptions.BilledMillisecondsOfWrite)}, {Of(Assumptions.BilledMillisecondsOfRead)}"],
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
