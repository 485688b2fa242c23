namespace WorkoutLog.Local.Tests.CloudWatch.Alarms;

/// <summary>Simulates minutes for one alarm of a graph, with its dependencies: the alarms in its rule, and their objectives.</summary>
internal sealed class AlarmSimulation
{
    private readonly MetricStore _metrics = new();
    private readonly AlarmBoard _board;
    private readonly ImmutableArray<ServiceLevelObjective> _objectives;
    private readonly ImmutableHashSet<MetricId> _fed;
    private readonly string _alarm;
    private readonly double _threshold;
    private DateTimeOffset _minute = new(2026, 11, 21, 22, 0, 0, TimeSpan.Zero);

    public AlarmSimulation(ResourceGraph graph, GraphResource alarm)
    {
        _alarm = alarm.Name;
        GraphResource[] watched = alarm.Type == CompositeAlarmType.Token ? [.. ChildrenOf(graph, alarm)] : [alarm];
        var metricAlarms = watched.Select(MetricAlarm.From).ToArray();
        var read = metricAlarms.SelectMany(watch => watch.Request.Metrics).ToHashSet();
        var objectives = graph.OfType(ServiceLevelObjectiveType.Token).Where(objective => ServiceLevelObjective.From(objective).Metrics.Any(read.Contains)).ToArray();
        _objectives = [.. objectives.Select(ServiceLevelObjective.From)];
        _fed = [.. read.Concat(_objectives.SelectMany(objective => objective.Indicator.Metrics)).Except(_objectives.SelectMany(objective => objective.Metrics))];
        _threshold = metricAlarms[0].Rule.Threshold;
        _board = new AlarmBoard(graph with { Resources = [.. watched.Append(alarm).Distinct()] }, _minute, _ => { });
    }

    public AlarmStatus Alarm => _board.Alarms.Single(alarm => alarm.Name == _alarm);

    /// <summary>Simulates a minute.</summary>
    public void Pass(Feed feed)
    {
        foreach (var metric in _fed)
        {
            feed.Write(_metrics, metric, _minute, _threshold);
        }

        _minute += TimeSpan.FromMinutes(1);
        foreach (var objective in _objectives)
        {
            objective.Emit(_metrics, _minute);
        }

        _board.Evaluate(_metrics, _minute);
    }

    /// <returns>Whether the alarm reached the state within the limit.</returns>
    public bool PassUntil(AlarmState state, Feed feed, int limitMinutes)
    {
        for (var minute = 0; minute < limitMinutes && Alarm.State != state; minute++)
        {
            Pass(feed);
        }

        return Alarm.State == state;
    }

    private static IEnumerable<GraphResource> ChildrenOf(ResourceGraph graph, GraphResource composite)
    {
        var names = CompositeAlarm.From(composite).Rule.Alarms.ToHashSet();
        return graph.OfType(MetricAlarmType.Token).Where(alarm => names.Contains(alarm.Outputs.Text("name")!) || names.Contains(alarm.Outputs.Text("arn")!));
    }
}
