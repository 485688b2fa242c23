using WorkoutLog.Local.CloudWatch.Metrics;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Runner;
using WorkoutLog.Local.Runner.Events;

namespace WorkoutLog.Local.CloudWatch.Emitters;

/// <summary>Makes of what happens in a run the metrics that AWS would make of it.</summary>
internal sealed class RunMetrics(ResourceGraph graph, StackDescription description, MetricStore metrics, MetricClock clock) : IRunObserver
{
    private readonly MetricWriter _writer = new(metrics, clock);
    private readonly ApiMetrics _api = new(graph, description.Api.Stage, description.Routes);
    private readonly FunctionMetrics _functions = new(graph, description.Functions);
    private readonly TableMetrics _tables = new(description.Tables);
    private readonly LogMetrics _logs = new(graph, description.Functions);

    /// <summary>All metrics of AWS's own services that the stack can emit.</summary>
    public IEnumerable<MetricId> All => [.. _api.All, .. _functions.All, .. _tables.All, .. _logs.All];

    public void Add(ApiRequestEnded request) => _api.Add(request, _writer);

    public void Add(InvocationEnded invocation) => _functions.Add(invocation, _writer);

    public void Add(AwsCallEnded awsCall) => _tables.Add(awsCall, _writer);

    public void Add(LogLineWritten line)
    {
        _logs.Add(line, _writer);
        foreach (var (metric, time, value) in EmbeddedMetricLine.Read(line.Line))
        {
            _writer.Add(metric, time, value);
        }
    }

    /// <param name="minute">Metric time.</param>
    public void AddSteady(DateTimeOffset minute) => _tables.AddProvisioned(minute, metrics);
}
