using System.Collections.Immutable;
using System.Text.Json.Nodes;
using WorkoutLog.Local.CloudWatch.Alarms;
using WorkoutLog.Local.CloudWatch.Emitters;
using WorkoutLog.Local.CloudWatch.Metrics;
using WorkoutLog.Local.CloudWatch.Objectives;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Graph.Types;
using WorkoutLog.Local.Runner;

namespace WorkoutLog.Local.CloudWatch;

/// <summary>What one deployment has watched: its alarms, objectives and dashboard, and the metrics that its resources emit.</summary>
internal sealed class DeclaredWatch
{
    private readonly ImmutableArray<ServiceLevelObjective> _objectives;
    private readonly AlarmBoard _board;

    /// <param name="say">Receives a line whenever an alarm begins or ends.</param>
    /// <exception cref="UserErrorException">An alarm or objective of the graph uses something that a local run does not know.</exception>
    public DeclaredWatch(ResourceGraph graph, StackDescription description, MetricStore metrics, MetricClock clock, Action<string> say)
    {
        Run = new RunMetrics(graph, description, metrics, clock);
        _objectives = [.. graph.OfType(ServiceLevelObjectiveType.Token).Select(ServiceLevelObjective.From)];
        foreach (var objective in _objectives)
        {
            objective.Emit(new MetricStore(), clock.Now);
        }

        _board = new AlarmBoard(graph, clock.Now, say);
        Dashboard = graph.OfType(DashboardType.Token) is [var dashboard, ..] ? JsonNode.Parse(dashboard.Inputs.Text("dashboardBody")!)!.AsObject() : null;
    }

    /// <summary>Makes metrics of what happens in the run.</summary>
    public RunMetrics Run { get; }

    public ImmutableArray<AlarmStatus> Alarms => _board.Alarms;

    public JsonObject? Dashboard { get; }

    /// <summary>An alarm that was declared before keeps its state, as CloudWatch does when an alarm is put again.</summary>
    public void TakeOver(DeclaredWatch before) => _board.TakeOver(before._board);

    /// <param name="minute">A full minute of metric time that has passed.</param>
    public void Evaluate(MetricStore metrics, DateTimeOffset minute)
    {
        foreach (var objective in _objectives)
        {
            objective.Emit(metrics, minute);
        }

        Run.AddSteady(minute);
        _board.Evaluate(metrics, minute);
    }
}
