namespace WorkoutLog.Local.Tests.CloudWatch.Alarms;

/// <summary>Input for a kind of alarm: to raise it, to clear it, and for a quiet night.</summary>
/// <param name="Bad">Metrics of each bad minute.</param>
/// <param name="Good">Metrics of each good minute.</param>
/// <param name="OneFailure">A single failure at night; a normal minute if even one failure raises the alarm by design.</param>
internal sealed record AlarmFixture(Feed Bad, Feed Good, Feed OneFailure)
{
    private static readonly string[] _requests = ["Count", "5XXError", "4XXError", "Latency", "Invocations", "Errors", "Throttles", "Duration", "ConcurrentExecutions", "ConsumedReadCapacityUnits", "ConsumedWriteCapacityUnits"];

    private static readonly Feed _nothing = new(ImmutableDictionary<string, IEnumerable<double>>.Empty);

    /// <summary>One successful request per hour.</summary>
    private static readonly Feed _calm = Requests(1, [1, 0, 0, 40, 1, 0, 0, 30, 1, 1, 2]);

    private static readonly Feed _busy = Requests(20, [1, 0, 0, 40, 1, 0, 0, 30, 2, 0.5, 2]);

    /// <summary>By kind, the name of the runbook.</summary>
    public static IReadOnlyDictionary<string, AlarmFixture> ByKind { get; } = new Dictionary<string, AlarmFixture>
    {
        ["api-server-errors"] = Of(_busy.With("5XXError", 1, 1), oneFailure: _calm.With("5XXError", 1)),
        ["api-client-errors"] = Of(_busy.With("4XXError", [.. Enumerable.Repeat(1.0, 10), .. Enumerable.Repeat(0.0, 10)]), oneFailure: _calm.With("4XXError", 1)),
        ["api-latency"] = Of(_busy.With("Latency", Enumerable.Repeat(1_000.0, 20)), oneFailure: _calm.With("Latency", 5_000)),
        ["api-no-traffic"] = Of(_nothing, oneFailure: _calm.With("5XXError", 1)),
        ["function-errors"] = Of(_busy.With("Errors", 1), oneFailure: _calm.With("Errors", 1)),
        ["function-throttles"] = Of(_busy.With("Throttles", 1), oneFailure: _calm.With("Throttles", 1)),
        ["function-duration"] = Of(_busy.With("Duration", Enumerable.Repeat(Feed.Threshold, 20)), oneFailure: _calm.With("Duration", Feed.Threshold)),
        ["function-concurrency"] = Of(_busy.With("ConcurrentExecutions", Feed.Threshold), oneFailure: _calm.With("ConcurrentExecutions", 1)),
        ["table-throttles"] = Of(_busy.With("WriteThrottleEvents", 1), oneFailure: _calm.With("WriteThrottleEvents", 1)),
        ["table-system-errors"] = Of(_busy.With("SystemErrors", 1), oneFailure: _calm.With("SystemErrors", 1)),
        ["table-conflicts"] = Of(_busy.With("TransactionConflict", 10), oneFailure: _calm.With("TransactionConflict", 1)),
        // 540 units per minute are 9 of the 10 provisioned units per second.
        ["table-capacity"] = Of(
            Feed.Provisioned(_busy.With("ConsumedReadCapacityUnits", 540).With("ConsumedWriteCapacityUnits", 540)),
            Feed.Provisioned(_busy),
            Feed.Provisioned(_calm.With("ConsumedWriteCapacityUnits", 20))),
        ["configuration-refused"] = Of(_busy.With("ConfigurationRefused", 1), oneFailure: _calm),
        ["parameters-not-read"] = Of(_busy.With("ParametersNotRead", 1), oneFailure: _calm.With("ParametersNotRead", 1)),
        ["statistics-drift"] = new(_nothing.With("StatisticsDrift", 1), _nothing.With("StatisticsDrift", 0), _calm),
        ["availability-burn"] = Of(_busy.With("5XXError", 1, 1), oneFailure: _calm.With("5XXError", 1)),
        ["latency-burn"] = Of(_busy.With("Latency", Enumerable.Repeat(400.0, 20)), oneFailure: _calm.With("Latency", 5_000)),
    };

    /// <summary>A night of eight hours with one request per hour, one of which fails.</summary>
    /// <param name="minute">Minute of the night, from 0.</param>
    public Feed NightAt(int minute) => minute switch
    {
        185 => OneFailure,
        _ when minute % 60 == 5 => _calm,
        _ => _nothing,
    };

    private static Feed Requests(int count, double[] values) =>
        new(_requests.Zip(values).ToDictionary(metric => metric.First, metric => Enumerable.Repeat(metric.Second, count)));

    private static AlarmFixture Of(Feed bad, Feed? good = null, Feed? oneFailure = null) => new(bad, good ?? _busy, oneFailure ?? _calm);
}

/// <summary>The metric values of one minute, by metric name.</summary>
internal sealed class Feed(IReadOnlyDictionary<string, IEnumerable<double>> values) : Dictionary<string, IEnumerable<double>>(values)
{
    /// <summary>Placeholder for the alarm's threshold.</summary>
    public const double Threshold = double.NaN;

    /// <summary>A copy with other values of one metric, in first place.</summary>
    public Feed With(string metric, params IEnumerable<double> values)
    {
        var before = this.GetValueOrDefault(metric) ?? [];
        return new(this) { [metric] = [.. values, .. before.Skip(values.Count())] };
    }

    public static Feed Provisioned(Feed other) => new(other) { ["ProvisionedReadCapacityUnits"] = [10], ["ProvisionedWriteCapacityUnits"] = [10] };

    public void Write(MetricStore store, MetricId metric, DateTimeOffset time, double threshold)
    {
        foreach (var value in this.GetValueOrDefault(metric.Name) ?? [])
        {
            store.Add(metric, time, double.IsNaN(value) ? threshold : value);
        }
    }
}
