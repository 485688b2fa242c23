using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using WorkoutLog.Local.CloudWatch;
using WorkoutLog.Local.CloudWatch.Alarms;
using WorkoutLog.Local.CloudWatch.Metrics;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Graph.Types;
using WorkoutLog.Local.Runner.Events;
using WorkoutLog.Local.WebConsole.History;
using WorkoutLog.Local.WebConsole.Runbooks;

namespace WorkoutLog.Local.WebConsole.Views;

/// <summary>Reads what of a run changes.</summary>
internal sealed class LiveReader(ConsoleSource source, LocalCloudWatch cloudWatch, RequestHistory history, RunbookLibrary runbooks)
{
    private const int Minute = 60;

    private readonly FrozenDictionary<string, string> _labels = Labels(source.Graph);

    /// <param name="minutes">How far back the graphs go, in metric time.</param>
    public LiveView Read(int minutes)
    {
        var period = PeriodOf(minutes);
        return new LiveView(
            source.Deployment,
            cloudWatch.Now,
            period,
            new FaultsView(source.Faults.IsActive, source.Faults.Counters.Calls, source.Faults.Counters.ByKind.Sum(kind => kind.Count)),
            Alarms(),
            Graphs(period, TimeSpan.FromMinutes(minutes)),
            [.. history.Latest().Select(View)]);
    }

    public static RequestView View(ApiRequestEnded request) =>
        new(request.RequestId, request.Time, request.Method, request.Path, request.Status, request.Duration.TotalMilliseconds, request.Caller ?? "");

    // CloudWatch too takes a longer period for a longer range, unless the dashboard forbids it.
    private static int PeriodOf(int minutes) => minutes switch
    {
        <= 180 => Minute,
        <= 900 => 5 * Minute,
        _ => 15 * Minute,
    };

    private ImmutableArray<AlarmView> Alarms()
    {
        var kinds = runbooks.Kinds;
        return [.. cloudWatch.Alarms.Select(alarm => View(alarm, kinds))];
    }

    private AlarmView View(AlarmStatus alarm, ImmutableArray<string> kinds) => new(
        alarm.Name,
        _labels.GetValueOrDefault(alarm.Name, alarm.Name),
        alarm.AlarmName,
        JsonNamingPolicy.CamelCase.ConvertName(alarm.State.ToString()),
        alarm.Reason,
        alarm.Since,
        alarm.Description,
        alarm.Severity,
        alarm.Runbook is { } kind && kinds.Contains(kind, StringComparer.Ordinal) ? kind : null,
        alarm.IsComposite,
        alarm.HasActions,
        alarm.Threshold,
        Points(alarm.Recent));

    private ImmutableArray<GraphDataView> Graphs(int period, TimeSpan range)
    {
        if (cloudWatch.Dashboard is not { } dashboard)
        {
            return [];
        }

        var isFixed = dashboard.Text("periodOverride") == "inherit";
        return
        [
            .. dashboard.Objects("widgets").Select((widget, id) => (Widget: widget, Id: id))
                .Where(found => found.Widget.Text("type") == "metric")
                .Select(found => new GraphDataView(found.Id, Series(found.Widget["properties"]!.AsObject(), isFixed ? null : period, range))),
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

    // A component gives its own name to all of its children, which says nothing where they stand together.
    private static FrozenDictionary<string, string> Labels(ResourceGraph graph)
    {
        var components = graph.Resources.Where(resource => resource.Component).ToDictionary(component => component.Urn, component => $"{component.Name}-", StringComparer.Ordinal);
        return graph.OfType(MetricAlarmType.Token).Concat(graph.OfType(CompositeAlarmType.Token)).ToFrozenDictionary(
            alarm => alarm.Name,
            alarm => alarm.Parent is { } parent && alarm.Name.StartsWith(components[parent], StringComparison.Ordinal) ? alarm.Name[components[parent].Length..] : alarm.Name,
            StringComparer.Ordinal);
    }
}
