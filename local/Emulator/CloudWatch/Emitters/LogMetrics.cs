using System.Collections.Immutable;
using System.Text;
using WorkoutLog.Local.CloudWatch.Metrics;
using WorkoutLog.Local.Graph;
using WorkoutLog.Local.Graph.Types;
using WorkoutLog.Local.Runner.Events;
using WorkoutLog.Local.Runner.Lambda;

namespace WorkoutLog.Local.CloudWatch.Emitters;

/// <summary>The metrics of <c>AWS/Logs</c> for the log groups of the stack; in a run only the functions write logs.</summary>
internal sealed class LogMetrics(ResourceGraph graph, ImmutableArray<FunctionDeclaration> functions)
{
    private const string Namespace = "AWS/Logs";
    private const string Bytes = "IncomingBytes";
    private const string Events = "IncomingLogEvents";

    private readonly ImmutableDictionary<string, (MetricId Bytes, MetricId Events)> _metrics = functions.ToImmutableDictionary(
        function => function.Name, function => (Of(Bytes, function.LogGroup), Of(Events, function.LogGroup)), StringComparer.Ordinal);

    public IEnumerable<MetricId> All =>
        from logGroup in graph.OfType(LogGroupType.Token).Select(declared => declared.Outputs.Text("name")!).Concat(functions.Select(function => function.LogGroup)).Distinct()
        from name in (string[])[Bytes, Events]
        select Of(name, logGroup);

    public void Add(LogLineWritten line, MetricWriter writer)
    {
        if (!_metrics.TryGetValue(line.Function, out var metrics))
        {
            // Of a deployment before, and not in this one.
            return;
        }

        var (bytes, events) = metrics;
        writer.Add(bytes, line.Time, Encoding.UTF8.GetByteCount(line.Line));
        writer.Add(events, line.Time, 1);
    }

    private static MetricId Of(string name, string logGroup) => new(Namespace, name, ("LogGroupName", logGroup));
}
