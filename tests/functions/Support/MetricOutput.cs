using System.Diagnostics.CodeAnalysis;
using System.Text;
using WorkoutLog.Contracts;
using WorkoutLog.Http.Metrics;

namespace WorkoutLog.Functions.Tests.Support;

/// <summary>Catches the metrics of a function.</summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "A MemoryStream holds nothing to release.")]
internal sealed class MetricOutput
{
    private readonly MemoryStream _stream = new();

    public MetricOutput(MonitoringLevel monitoring = MonitoringLevel.Detailed) => Writer = new MetricsWriter(_stream, FixedTime.Default, "test", monitoring);

    public MetricsWriter Writer { get; }

    public string[] Lines => Encoding.UTF8.GetString(_stream.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
