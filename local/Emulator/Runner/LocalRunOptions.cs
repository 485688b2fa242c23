using System.Net;
using WorkoutLog.Local.Runner.Faults;

namespace WorkoutLog.Local.Runner;

/// <param name="RepositoryRoot">Archive paths of the graph start here.</param>
/// <param name="Port">Port of 127.0.0.1 for the API; 0 takes a free one.</param>
/// <param name="Say">Receives progress, the functions' output, and the reasons of errors, a line at a time, from any thread.</param>
public sealed record LocalRunOptions(string RepositoryRoot, int Port, Action<string> Say, TimeProvider Clock)
{
    /// <summary>Calls to the API count as made without TLS, instead of over TLS.</summary>
    public bool PlainHttp { get; init; }

    /// <summary>The address that calls to the API count as made from; null for the one that they come from.</summary>
    public IPAddress? SourceIp { get; init; }

    /// <summary>Draws the version for each request to an alias with weights.</summary>
    public Random Random { get; init; } = Random.Shared;

    /// <summary>Injected from the start; null for none.</summary>
    public FaultSpec? Faults { get; init; }

    /// <summary>How long a minute of the metrics and alarms lasts; null collects no metric and evaluates no alarm.</summary>
    public TimeSpan? MetricMinute { get; init; }
}
