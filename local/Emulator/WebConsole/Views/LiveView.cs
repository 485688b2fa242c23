using System.Collections.Immutable;

namespace WorkoutLog.Local.WebConsole.Views;

/// <summary>What of a run changes.</summary>
/// <param name="Deployment">In force; with another one the rest of the page is out of date.</param>
/// <param name="Now">Metric time.</param>
/// <param name="Period">Seconds of metric time between two points of a graph.</param>
internal sealed record LiveView(
    int Deployment,
    DateTimeOffset Now, int Period, FaultsView Faults, ImmutableArray<AlarmView> Alarms, ImmutableArray<GraphDataView> Graphs, ImmutableArray<RequestView> Requests);

/// <param name="Calls">All calls to AWS since the faults began.</param>
/// <param name="Injected">How many of them were made to fail or wait.</param>
internal sealed record FaultsView(bool Active, long Calls, long Injected);

/// <param name="Label">Its name within the component that it belongs to.</param>
/// <param name="State"><c>ok</c>, <c>alarm</c> or <c>insufficientData</c>.</param>
/// <param name="Since">Metric time.</param>
/// <param name="Runbook">Kind of the alarm, where a runbook of it is at hand.</param>
/// <param name="Recent">The values that were compared, the newest last.</param>
internal sealed record AlarmView(
    string Name,
    string Label,
    string AlarmName,
    string State,
    string Reason,
    DateTimeOffset Since,
    string Description,
    string Severity,
    string? Runbook,
    bool IsComposite,
    bool HasActions,
    double? Threshold,
    ImmutableArray<PointView> Recent);

/// <param name="Id">Of the widget.</param>
internal sealed record GraphDataView(int Id, ImmutableArray<SeriesView> Series);

/// <param name="OnRight">Whether the values belong to the right axis.</param>
internal sealed record SeriesView(string Label, string Stat, bool OnRight, ImmutableArray<PointView> Points);

/// <param name="Time">Start of the period, in milliseconds since 1970, in metric time.</param>
internal sealed record PointView(long Time, double Value);

/// <param name="Milliseconds">Until the answer was written.</param>
/// <param name="Caller">Empty for a caller that is nobody.</param>
internal sealed record RequestView(string Id, DateTimeOffset Time, string Method, string Path, int Status, double Milliseconds, string Caller);
