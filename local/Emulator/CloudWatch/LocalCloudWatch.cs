using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using WorkoutLog.Local.CloudWatch.Alarms;
using WorkoutLog.Local.CloudWatch.Dashboards;
using WorkoutLog.Local.CloudWatch.Metrics;
using WorkoutLog.Local.CloudWatch.Publishing;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Runner;
using WorkoutLog.Local.Runner.Events;

namespace WorkoutLog.Local.CloudWatch;

/// <summary>The metrics of a run, and what its deployment has watched. Alarms are evaluated at each full minute of metric time.</summary>
public sealed class LocalCloudWatch : IAsyncDisposable
{
    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1);

    private readonly Lock _evaluating = new();
    private readonly MetricClock _clock;
    private readonly MetricPublishing _publishing;
    private readonly Action<string> _say;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _watching;
    private volatile DeclaredWatch _watch;

    private LocalCloudWatch(ResourceGraph graph, StackDescription description, TimeProvider clock, TimeSpan metricMinute, Action<string> say)
    {
        _clock = new MetricClock(clock, metricMinute);
        _say = say;
        _watch = Prepare(graph, description);
        _publishing = new MetricPublishing(Metrics, _clock);
        _watch.Run.AddSteady(Now);
        _watching = WatchAsync(MetricClock.Floor(Now, _minute), _stop.Token);
    }

    /// <summary>Metric time: runs from the start of the run, a minute in each <see cref="MetricMinute"/>.</summary>
    public DateTimeOffset Now => _clock.Now;

    /// <summary>How long a minute of the metrics lasts.</summary>
    public TimeSpan MetricMinute => _clock.Minute;

    public MetricStore Metrics { get; } = new();

    /// <summary>How the alarms stood at the last full minute, in the order of the program; composite ones last.</summary>
    public ImmutableArray<AlarmStatus> Alarms => _watch.Alarms;

    /// <summary>Body of the stack's dashboard; null where it declares none.</summary>
    public JsonObject? Dashboard => _watch.Dashboard;

    /// <param name="metricMinute">How long a minute of the metrics lasts.</param>
    /// <param name="say">Receives a line whenever an alarm begins or ends.</param>
    /// <exception cref="UserErrorException">An alarm or objective of the graph uses something that a local run does not know.</exception>
    public static LocalCloudWatch Start(
        ResourceGraph graph, StackDescription description, RunEvents events, TimeProvider clock, TimeSpan metricMinute, Action<string> say)
    {
        var cloudWatch = new LocalCloudWatch(graph, description, clock, metricMinute, say);
        events.Subscribe(new Observer(cloudWatch));
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

    /// <summary>Reads what another deployment has watched; nothing is affected yet.</summary>
    /// <exception cref="UserErrorException">An alarm or objective of the graph uses something that a local run does not know.</exception>
    internal DeclaredWatch Prepare(ResourceGraph graph, StackDescription description) => new(graph, description, Metrics, _clock, _say);

    /// <summary>From now on; all metrics stay.</summary>
    internal void Use(DeclaredWatch watch)
    {
        lock (_evaluating)
        {
            watch.TakeOver(_watch);
            _watch = watch;
        }
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
            lock (_evaluating)
            {
                _watch.Evaluate(Metrics, last);
            }
        }
    }

    private sealed class Observer(LocalCloudWatch cloudWatch) : IRunObserver
    {
        public void Add(ApiRequestEnded request) => cloudWatch._watch.Run.Add(request);

        public void Add(InvocationEnded invocation) => cloudWatch._watch.Run.Add(invocation);

        public void Add(AwsCallEnded awsCall) => cloudWatch._watch.Run.Add(awsCall);

        public void Add(LogLineWritten line) => cloudWatch._watch.Run.Add(line);
    }
}
