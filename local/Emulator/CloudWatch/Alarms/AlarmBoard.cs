namespace WorkoutLog.Local.CloudWatch;

internal sealed class AlarmBoard
{
    private readonly ImmutableArray<MetricAlarm> _metricAlarms;
    private readonly ImmutableArray<CompositeAlarm> _composites;
    private readonly Action<string> _say;
    private readonly Dictionary<string, AlarmStatus> _byName = new(StringComparer.Ordinal);

    /// <param name="say">Receives a line whenever an alarm changes its state.</param>
    public AlarmBoard(ResourceGraph graph, DateTimeOffset now, Action<string> say)
    {
        _metricAlarms = [.. graph.OfType(MetricAlarmType.Token).Select(MetricAlarm.From)];
        _composites = [.. graph.OfType(CompositeAlarmType.Token).Select(CompositeAlarm.From)];
        _say = say;
        foreach (var alarm in _metricAlarms)
        {
            // Evaluate once now, so that an unsupported alarm stops the start and not the run some minutes later.
            alarm.Evaluate(new MetricStore(), now);
        }

        foreach (var alarm in Declared)
        {
            Put(alarm with { Since = now });
        }

        foreach (var composite in _composites)
        {
            if (composite.Rule.Alarms.FirstOrDefault(name => !_byName.ContainsKey(name)) is { } unknown)
            {
                throw new UserErrorException($"The rule of the alarm '{composite.Declared.Name}' names '{unknown}', which the stack does not declare.");
            }
        }

        Alarms = InOrder();
    }

    /// <summary>As of the last evaluation, in declaration order.</summary>
    public ImmutableArray<AlarmStatus> Alarms { get; private set; }

    private IEnumerable<AlarmStatus> Declared => _metricAlarms.Select(alarm => alarm.Declared).Concat(_composites.Select(alarm => alarm.Declared));

    /// <summary>Takes over the state of each alarm that the previous board also has.</summary>
    public void TakeOver(AlarmBoard before)
    {
        foreach (var alarm in Alarms)
        {
            if (before._byName.TryGetValue(alarm.AlarmName, out var known))
            {
                Put(alarm with { State = known.State, Reason = known.Reason, Since = known.Since, Recent = known.Recent });
            }
        }

        Alarms = InOrder();
    }

    public void Evaluate(MetricStore metrics, DateTimeOffset minute)
    {
        foreach (var alarm in _metricAlarms)
        {
            var (verdict, grid, values) = alarm.Evaluate(metrics, minute);
            var before = _byName[alarm.Declared.AlarmName];
            var state = verdict.State ?? before.State;
            Change(before, state, verdict.Reason(values, grid, state), minute, grid.Points(values));
        }

        foreach (var alarm in _composites)
        {
            var (state, reason) = alarm.Evaluate(name => _byName[name]);
            Change(_byName[alarm.Declared.AlarmName], state, reason, minute, []);
        }

        Alarms = InOrder();
    }

    private void Change(AlarmStatus before, AlarmState state, string reason, DateTimeOffset minute, ImmutableArray<MetricPoint> recent)
    {
        // CloudWatch keeps the reason for the last state change.
        Put(state == before.State ? before with { Recent = recent } : before with { State = state, Reason = reason, Since = minute, Recent = recent });
        // The first change to OK is not worth a line.
        if (state != before.State && (state == AlarmState.Alarm || before.State == AlarmState.Alarm))
        {
            _say($"[alarm] {before.Name} {before.State.Word()} → {state.Word()}: {reason}");
        }
    }

    private void Put(AlarmStatus status) => _byName[status.AlarmName] = _byName[status.Arn] = status;

    private ImmutableArray<AlarmStatus> InOrder() => [.. Declared.Select(alarm => _byName[alarm.AlarmName])];
}
