using System.Collections.Immutable;
using System.Text.Json.Nodes;
using WorkoutLog.Local.CloudWatch.Alarms;
using WorkoutLog.Local.CloudWatch.Metrics;

namespace WorkoutLog.Local.CloudWatch;

/// <summary>The metrics, alarms and dashboard of a run.</summary>
public sealed class LocalCloudWatch(TimeProvider clock, TimeSpan metricMinute, JsonObject? dashboard) : IAsyncDisposable
{
    private readonly DateTimeOffset _start = clock.GetUtcNow();

    /// <summary>Metric time: runs from the start of the run, a minute in each <see cref="MetricMinute"/>.</summary>
    public DateTimeOffset Now => _start + (clock.GetUtcNow() - _start) * (TimeSpan.FromMinutes(1) / metricMinute);

    /// <summary>How long a minute of the metrics lasts.</summary>
    public TimeSpan MetricMinute => metricMinute;

    public MetricStore Metrics { get; } = new();

    public ImmutableArray<AlarmStatus> Alarms { get; private set; } = [];

    /// <summary>Body of the stack's dashboard; null where it declares none.</summary>
    public JsonObject? Dashboard => dashboard;

    /// <param name="widgetProperties">Of a widget of type <c>metric</c>.</param>
    /// <param name="range">Back from now.</param>
    public ImmutableArray<WidgetSeries> Read(JsonObject widgetProperties, TimeSpan range) => Dashboard is null ? [] : [];

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
