namespace WorkoutLog.Local.WebConsole;

/// <summary>Reads the changing data of a run.</summary>
internal sealed class LiveReader(ConsoleSource source, LocalCloudWatch cloudWatch, RequestHistory history, RunbookLibrary runbooks)
{
    private const int Minute = 60;
    private const int EventsShown = 50;

    private readonly FrozenDictionary<string, string> _labels = Labels(source.Graph);

    /// <param name="minutes">Time range of the graphs, in metric time.</param>
    public LiveView Read(int minutes)
    {
        var (period, kinds) = (PeriodOf(minutes), runbooks.Kinds);
        return new LiveView(
            source.Deployment, cloudWatch.Now, period,
            new FaultsView(source.Faults.IsActive, source.Faults.Counters.Calls, source.Faults.Counters.ByKind.Sum(kind => kind.Count)),
            [.. cloudWatch.Alarms.Select(alarm => View(alarm, kinds))], Graphs(period, TimeSpan.FromMinutes(minutes)), [.. history.Latest().Select(View)],
            source.Description.Pipes.IsEmpty ? null : [.. source.Board!.Entries.TakeLast(EventsShown)]);
    }

    public static RequestView View(ApiRequestEnded request) =>
        new(request.RequestId, request.Time, request.Method, request.Path, request.Status, request.Duration.TotalMilliseconds, request.Caller ?? "");

    // Like CloudWatch, uses a longer period for a longer range, unless the dashboard overrides it.
    private static int PeriodOf(int minutes) => minutes switch
    {
        <= 180 => Minute,
        <= 900 => 5 * Minute,
        _ => 15 * Minute,
    };

    private AlarmView View(AlarmStatus alarm, ImmutableArray<string> kinds) => new(
        alarm.Name, _labels.GetValueOrDefault(alarm.Name, alarm.Name), alarm.AlarmName,
        JsonNamingPolicy.CamelCase.ConvertName(alarm.State.ToString()), alarm.Reason, alarm.Since, alarm.Description, alarm.Severity,
        alarm.Runbook is { } kind && kinds.Contains(kind, StringComparer.Ordinal) ? kind : null, alarm.IsComposite, alarm.HasActions,
        alarm.Threshold, Points(alarm.Recent));

    private ImmutableArray<GraphDataView> Graphs(int period, TimeSpan range)
    {
        var dashboard = cloudWatch.Dashboard ?? [];
        int? enforced = dashboard.Text("periodOverride") == "inherit" ? null : period;
        return
        [
            .. dashboard.Objects("widgets").Index().Where(widget => widget.Item.Text("type") == "metric")
                .Select(widget => new GraphDataView(widget.Index, Series(widget.Item["properties"]!.AsObject(), enforced, range))),
        ];
    }

    private ImmutableArray<SeriesView> Series(JsonObject properties, int? period, TimeSpan range)
    {
        if (period is not null)
        {
            properties = properties.DeepClone().AsObject();
            properties["period"] = period;
        }

        return [.. cloudWatch.Read(properties, range).Select(series => new SeriesView(series.Label, series.Stat, series.YAxis == "right", Points(series.Points)))];
    }

    private static ImmutableArray<PointView> Points(ImmutableArray<MetricPoint> points) =>
        [.. points.Select(point => new PointView(point.Time.ToUnixTimeMilliseconds(), point.Value))];

    // A component prefixes its children with its own name, which is redundant where they are grouped.
    private static FrozenDictionary<string, string> Labels(ResourceGraph graph)
    {
        var components = graph.Resources.Where(resource => resource.Component).ToDictionary(component => component.Urn, component => $"{component.Name}-", StringComparer.Ordinal);
        return graph.OfType(MetricAlarmType.Token).Concat(graph.OfType(CompositeAlarmType.Token)).ToFrozenDictionary(
            alarm => alarm.Name,
            alarm => alarm.Parent is { } parent && alarm.Name.StartsWith(components[parent], StringComparison.Ordinal) ? alarm.Name[components[parent].Length..] : alarm.Name,
            StringComparer.Ordinal);
    }
}

/// <summary>The changing data of a run.</summary>
/// <param name="Deployment">Number of the current deployment; when it changes, the rest of the page is outdated.</param>
/// <param name="Now">Metric time.</param>
/// <param name="Period">Seconds of metric time between two points of a graph.</param>
/// <param name="Events">Oldest first; null if the stack does not publish events.</param>
internal sealed record LiveView(
    int Deployment,
    DateTimeOffset Now, int Period, FaultsView Faults, ImmutableArray<AlarmView> Alarms, ImmutableArray<GraphDataView> Graphs, ImmutableArray<RequestView> Requests,
    BoardEntry[]? Events);

internal sealed record FaultsView(bool Active, long Calls, long Injected);

/// <param name="Label">Its name within its component.</param>
/// <param name="State"><c>ok</c>, <c>alarm</c> or <c>insufficientData</c>.</param>
/// <param name="Runbook">Kind of the alarm, if it has a runbook.</param>
/// <param name="Recent">The compared values, newest last.</param>
internal sealed record AlarmView(
    string Name, string Label, string AlarmName, string State, string Reason, DateTimeOffset Since, string Description, string Severity,
    string? Runbook, bool IsComposite, bool HasActions, double? Threshold, ImmutableArray<PointView> Recent);

internal sealed record GraphDataView(int Id, ImmutableArray<SeriesView> Series);

/// <param name="OnRight">Whether the values belong to the right axis.</param>
internal sealed record SeriesView(string Label, string Stat, bool OnRight, ImmutableArray<PointView> Points);

/// <param name="Time">Start of the period, in milliseconds since 1970, in metric time.</param>
internal sealed record PointView(long Time, double Value);

/// <param name="Milliseconds">Until the response was written.</param>
/// <param name="Caller">Empty for an unknown caller.</param>
internal sealed record RequestView(string Id, DateTimeOffset Time, string Method, string Path, int Status, double Milliseconds, string Caller);
