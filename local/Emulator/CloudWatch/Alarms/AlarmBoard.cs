using System.Collections.Immutable;
using WorkoutLog.Local.CloudWatch.Metrics;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Graph.Types;

namespace WorkoutLog.Local.CloudWatch.Alarms;

/// <summary>The alarms of a stack, and how they stand.</summary>
internal sealed class AlarmBoard
{
    private readonly ImmutableArray<MetricAlarm> _metricAlarms;
    private readonly ImmutableArray<CompositeAlarm> _composites;
    private readonly Action<string> _say;
    private readonly Dictionary<string, AlarmStatus> _byName = new(StringComparer.Ordinal);

    /// <param name="now">Metric time.</param>
    /// <param name="say">Receives a line whenever an alarm begins or ends.</param>
    /// <exception cref="UserErrorException">An alarm uses something that a local run does not know.</exception>
    public AlarmBoard(ResourceGraph graph, DateTimeOffset now, Action<string> say)
    {
        _metricAlarms = [.. graph.OfType(MetricAlarmType.Token).Select(MetricAlarm.From)];
        _composites = [.. graph.OfType(CompositeAlarmType.Token).Select(CompositeAlarm.From)];
        _say = say;
        foreach (var alarm in _metricAlarms)
        {
            // What can't be evaluated stops the run now, and not the alarms some minutes later.
            alarm.Evaluate(new MetricStore(), now);
            Put(Unchecked(alarm.Text, now) with { Threshold = alarm.Rule.Threshold });
        }

        foreach (var alarm in _composites)
        {
            Put(Unchecked(alarm.Text, now) with { IsComposite = true });
        }

        foreach (var (composite, name) in _composites.SelectMany(composite => composite.Rule.Alarms.Select(name => (composite, name))))
        {
            if (!_byName.ContainsKey(name))
            {
                throw new UserErrorException($"The rule of the alarm '{composite.Text.Name}' names '{name}', which the stack does not declare.");
            }
        }

        Alarms = InOrder();
    }

    /// <summary>As of the last evaluation, in the order of the program.</summary>
    public ImmutableArray<AlarmStatus> Alarms { get; private set; }

    /// <summary>Alarms that the other board has too go on where they stand there.</summary>
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

    /// <param name="minute">A full minute of metric time that has passed.</param>
    public void Evaluate(MetricStore metrics, DateTimeOffset minute)
    {
        foreach (var alarm in _metricAlarms)
        {
            var (verdict, grid, values) = alarm.Evaluate(metrics, minute);
            var before = _byName[alarm.Text.AlarmName];
            var state = verdict.State ?? before.State;
            Change(before, state, verdict.Reason(values.AsSpan(), grid, state), minute, grid.Points(values.AsSpan()));
        }

        foreach (var alarm in _composites)
        {
            var (state, reason) = alarm.Evaluate(name => _byName[name]);
            Change(_byName[alarm.Text.AlarmName], state, reason, minute, []);
        }

        Alarms = InOrder();
    }

    private void Change(AlarmStatus before, AlarmState state, string reason, DateTimeOffset minute, ImmutableArray<MetricPoint> recent)
    {
        if (state == before.State)
        {
            // CloudWatch keeps the reason of the change.
            Put(before with { Recent = recent });
            return;
        }

        Put(before with { State = state, Reason = reason, Since = minute, Recent = recent });
        // That all is well is no news at the start.
        if (state == AlarmState.Alarm || before.State == AlarmState.Alarm)
        {
            _say($"[alarm] {before.Name} {before.State.Word()} → {state.Word()}: {reason}");
        }
    }

    private void Put(AlarmStatus status) => _byName[status.AlarmName] = _byName[status.Arn] = status;

    private ImmutableArray<AlarmStatus> InOrder() =>
        [.. _metricAlarms.Select(alarm => _byName[alarm.Text.AlarmName]), .. _composites.Select(alarm => _byName[alarm.Text.AlarmName])];

    private static AlarmStatus Unchecked(AlarmText text, DateTimeOffset now) => new(
        text.Name, text.AlarmName, text.Arn, AlarmState.InsufficientData, "Unchecked: Initial alarm creation", now,
        text.Description, text.Severity, text.Runbook, IsComposite: false, text.HasActions, Recent: [], Threshold: null);
}
