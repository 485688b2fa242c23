using System.Collections.Immutable;
using System.Text;
using WorkoutLog.Local.CloudWatch.Metrics;
using WorkoutLog.Local.Runner.Events;
using WorkoutLog.Local.Runner.Lambda;

namespace WorkoutLog.Local.CloudWatch.Emitters;

/// <summary>The metrics of <c>AWS/Logs</c> for the functions' log groups.</summary>
internal sealed class LogMetrics(ImmutableArray<FunctionDeclaration> functions)
{
    private const string Namespace = "AWS/Logs";

    private readonly ImmutableDictionary<string, (MetricId Bytes, MetricId Events)> _metrics = functions.ToImmutableDictionary(
        function => function.Name, function => (Of("IncomingBytes", function), Of("IncomingLogEvents", function)), StringComparer.Ordinal);

    public IEnumerable<MetricId> All => _metrics.Values.SelectMany(metrics => new[] { metrics.Bytes, metrics.Events });

    public void Add(LogLineWritten line, MetricWriter writer)
    {
        var (bytes, events) = _metrics[line.Function];
        writer.Add(bytes, line.Time, Encoding.UTF8.GetByteCount(line.Line));
        writer.Add(events, line.Time, 1);
    }

    private static MetricId Of(string name, FunctionDeclaration function) => new(Namespace, name, ("LogGroupName", function.LogGroup));
}
