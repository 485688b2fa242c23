namespace WorkoutLog.Local.CloudWatch;

/// <summary>The metrics of a run, and the alarms, objectives and dashboard of its deployment. Alarms are evaluated at each full minute of metric time.</summary>
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

    public TimeSpan MetricMinute => _clock.Minute;

    public MetricStore Metrics { get; } = new();

    /// <summary>As of the last full minute, in declaration order; composite alarms last.</summary>
    public ImmutableArray<AlarmStatus> Alarms => _watch.Alarms;

    /// <summary>Body of the stack's dashboard; null where it declares none.</summary>
    public JsonObject? Dashboard => _watch.Dashboard;

    /// <param name="say">Receives a line whenever an alarm changes its state.</param>
    /// <exception cref="UserErrorException">An alarm or objective of the graph uses a feature that a local run does not support.</exception>
    public static LocalCloudWatch Start(
        ResourceGraph graph, StackDescription description, RunEvents events, TimeProvider clock, TimeSpan metricMinute, Action<string> say)
    {
        var cloudWatch = new LocalCloudWatch(graph, description, clock, metricMinute, say);
        events.Subscribe(happened => cloudWatch._watch.Run.Add(happened));
        return cloudWatch;
    }

    /// <param name="widgetProperties">The properties of a widget of type <c>metric</c>.</param>
    /// <returns>The visible lines of the widget, in row order; the last point is of the current, incomplete period.</returns>
    public ImmutableArray<WidgetSeries> Read(JsonObject widgetProperties, TimeSpan range) => MetricWidget.From(widgetProperties).Read(Metrics, range, Now);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    /// <summary>Reads the alarms, objectives and dashboard of the next deployment without activating them.</summary>
    /// <exception cref="UserErrorException">An alarm or objective of the graph uses a feature that a local run does not support.</exception>
    internal DeclaredWatch Prepare(ResourceGraph graph, StackDescription description) => new(graph, description, Metrics, _clock, _say);

    /// <summary>Activates them. All metrics stay, and an alarm that was declared before keeps its state, as in CloudWatch.</summary>
    internal void Use(DeclaredWatch watch)
    {
        lock (_evaluating)
        {
            watch.TakeOver(_watch);
            _watch = watch;
        }
    }

    /// <summary>Accepts metrics that other programs publish.</summary>
    internal Task HandlePublishingAsync(HttpContext context) => _publishing.HandleAsync(context);

    // On a busy machine several minutes may pass between two checks. Each is still evaluated, because an alarm may keep its state over a gap.
    private async Task WatchAsync(DateTimeOffset last, CancellationToken cancellation)
    {
        while (true)
        {
            last += _minute;
            await _clock.WaitAsync(last, cancellation);
            lock (_evaluating)
            {
                _watch.Evaluate(last);
            }
        }
    }
}

/// <summary>The alarms, objectives and dashboard of one deployment, and the metrics that its resources emit.</summary>
internal sealed class DeclaredWatch
{
    private readonly MetricStore _metrics;
    private readonly ImmutableArray<ServiceLevelObjective> _objectives;
    private readonly AlarmBoard _board;

    /// <param name="say">Receives a line whenever an alarm changes its state.</param>
    /// <exception cref="UserErrorException">An alarm or objective of the graph uses a feature that a local run does not support.</exception>
    public DeclaredWatch(ResourceGraph graph, StackDescription description, MetricStore metrics, MetricClock clock, Action<string> say)
    {
        _metrics = metrics;
        Run = new RunMetrics(graph, description, metrics, clock);
        _objectives = [.. graph.OfType(ServiceLevelObjectiveType.Token).Select(ServiceLevelObjective.From)];
        foreach (var objective in _objectives)
        {
            objective.Emit(new MetricStore(), clock.Now);
        }

        _board = new AlarmBoard(graph, clock.Now, say);
        Dashboard = graph.OfType(DashboardType.Token) is [var dashboard, ..] ? JsonNode.Parse(dashboard.Inputs.Text("dashboardBody")!)!.AsObject() : null;
    }

    public RunMetrics Run { get; }

    public ImmutableArray<AlarmStatus> Alarms => _board.Alarms;

    public JsonObject? Dashboard { get; }

    public void TakeOver(DeclaredWatch before)
    {
        _board.TakeOver(before._board);
        Run.TakeOver(before.Run);
    }

    public void Evaluate(DateTimeOffset minute)
    {
        foreach (var objective in _objectives)
        {
            objective.Emit(_metrics, minute);
        }

        Run.AddSteady(minute);
        _board.Evaluate(_metrics, minute);
    }
}
