using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using WorkoutLog.Http.Metrics;
using WorkoutLog.Http.Runtime;

namespace WorkoutLog.Functions.Tests.Support;

/// <summary>Captures the log of a function.</summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "A MemoryStream holds nothing to release.")]
internal sealed class LogOutput
{
    private readonly MemoryStream _stream = new();

    public LogOutput(LogLevel least = LogLevel.Info) => Log = new Log(_stream, FixedTime.Default, least);

    public Log Log { get; }

    public string Text => Encoding.UTF8.GetString(_stream.ToArray());

    public JsonElement[] Lines =>
        [.. Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];

    /// <summary>The values of some members of each line, separated by spaces; a minus for an absent member.</summary>
    public string[] Show(params string[] members) =>
        [.. Lines.Select(line => string.Join(' ', members.Select(member => line.TryGetProperty(member, out var value) ? $"{value}" : "-")))];
}

/// <summary>Captures the metrics of a function.</summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "A MemoryStream holds nothing to release.")]
internal sealed class MetricOutput
{
    private readonly MemoryStream _stream = new();

    public MetricOutput(MonitoringLevel monitoring = MonitoringLevel.Detailed) => Writer = new MetricsWriter(_stream, FixedTime.Default, "test", monitoring);

    public MetricsWriter Writer { get; }

    public string[] Lines => Encoding.UTF8.GetString(_stream.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Each line without its directive: <c>RUN WorkoutsLogged=1 DurationMinutes=30</c>.</summary>
    public string[] Counts => [.. Lines.Select(line => string.Join(' ', JsonSerializer.Deserialize<JsonElement>(line)
        .EnumerateObject()
        .Where(member => member.Name is not ("_aws" or "Environment"))
        .Select(member => member.Name == "WorkoutType" ? $"{member.Value}" : $"{member.Name}={member.Value}")))];
}
