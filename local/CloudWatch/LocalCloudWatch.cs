using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using WorkoutLog.Local.CloudWatch.Alarms;
using WorkoutLog.Local.CloudWatch.Dashboards;
using WorkoutLog.Local.CloudWatch.Emitters;
using WorkoutLog.Local.CloudWatch.Metrics;
using WorkoutLog.Local.CloudWatch.Objectives;
using WorkoutLog.Local.CloudWatch.Publishing;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Runner;
using WorkoutLog.Local.Runner.Events;

namespace WorkoutLog.Local.CloudWatch;

/// <summary>The metrics, alarms and dashboard of a run. Alarms are evaluated at each full minute of metric time.</summary>
public sealed class LocalCloudWatch : IAsyncDisposable
{
    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1);

    private readonly MetricClock _clock;
    private readonly RunMetrics _run;
    private readonly ImmutableArray<ServiceLevelObjective> _objectives;
    private readonly AlarmBoard _board;
    private readonly MetricPublishing _publishing;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _watching;

    private LocalCloudWatch(ResourceGraph graph, StackDescription description, TimeProvider clock, TimeSpan metricMinute, Action<string> say)
    {
        _clock = new MetricClock(clock, metricMinute);
        _run = new RunMetrics(graph, description, Metrics, _clock);
        _objectives = [.. graph.OfType(ResourceTypes.ServiceLevelObjective).Select(ServiceLevelObjective.From)];
        foreach (var objective in _objectives)
        {
            objective.Emit(new MetricStore(), Now);
        }

        _board = new AlarmBoard(graph, Now, say);
        _publishing = new MetricPublishing(Metrics, _clock);
        Dashboard = graph.OfType(ResourceTypes.Dashboard) is [var dashboard, ..] ? JsonNode.Parse(dashboard.Inputs.Text("dashboardBody")!)!.AsObject() : null;
        _run.AddSteady(Now);
        _watching = WatchAsync(MetricClock.Floor(Now, _minute), _stop.Token);
    }

    /// <summary>Metric time: runs from the start of the run, a minute in each <see cref="MetricMinute"/>.</summary>
    public DateTimeOffset Now => _clock.Now;

    /// <summary>How long a minute of the metrics lasts.</summary>
    public TimeSpan MetricMinute => _clock.Minute;

    public MetricStore Metrics { get; } = new();

    /// <summary>How the alarms stood at the last full minute, in the order of the program; composite ones last.</summary>
    public ImmutableArray<AlarmStatus> Alarms => _board.Alarms;

    /// <summary>Body of the stack's dashboard; null where it declares none.</summary>
    public JsonObject? Dashboard { get; }

    /// <param name="metricMinute">How long a minute of the metrics lasts.</param>
    /// <param name="say">Receives a line whenever an alarm begins or ends.</param>
    /// <exception cref="UserErrorException">An alarm or objective of the graph uses something that a local run does not know.</exception>
    public static LocalCloudWatch Start(
        ResourceGraph graph, StackDescription description, RunEvents events, TimeProvider clock, TimeSpan metricMinute, Action<string> say)
    {
        var cloudWatch = new LocalCloudWatch(graph, description, clock, metricMinute, say);
        events.Subscribe(cloudWatch._run);
        return cloudWatch;
    }

    /// <param name="widgetProperties">Of a widget of type <c>metric</c>.</param>
    /// <param name="range">Back from now.</param>
    /// <returns>The visible lines of the widget, in the order of its rows; the last point is of the period that still runs.</returns>
    /// <exception cref="UserErrorException">The widget uses something that a local run does not know.</exception>
    public ImmutableArray<WidgetSeries> Read(JsonObject widgetProperties, TimeSpan range) => MetricWidget.From(widgetProperties).Read(Metrics, range, Now);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    /// <summary>Takes metrics that other programs publish.</summary>
    internal Task HandlePublishingAsync(HttpContext context) => _publishing.HandleAsync(context);

    // A machine that is busy may let several minutes pass: each is still looked at, for an alarm may keep its state over a gap.
    private async Task WatchAsync(DateTimeOffset last, CancellationToken cancellation)
    {
        while (true)
        {
            last += _minute;
            await _clock.WaitAsync(last, cancellation);
            foreach (var objective in _objectives)
            {
                objective.Emit(Metrics, last);
            }

            _run.AddSteady(last);
            _board.Evaluate(Metrics, last);
        }
    }
}
