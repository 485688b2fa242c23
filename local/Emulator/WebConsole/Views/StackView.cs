using System.Collections.Immutable;

namespace WorkoutLog.Local.WebConsole.Views;

/// <summary>What of a run stays as it is until the next deployment.</summary>
/// <param name="Deployment">In force; counts the deployments of the run, from 1.</param>
/// <param name="Url">Of the API, without a trailing slash.</param>
/// <param name="MetricMinuteSeconds">How long a minute of the metrics lasts.</param>
/// <param name="Notes">One for each setting that leaves something out of the console.</param>
/// <param name="Widgets">Of the dashboard, in its order; empty without one.</param>
/// <param name="FaultExample">Faults that make requests fail, as JSON.</param>
/// <param name="Resources">In the order of registration; a parent comes before its children.</param>
internal sealed record StackView(
    int Deployment,
    string Project,
    string Stack,
    string Region,
    string Url,
    double MetricMinuteSeconds,
    ImmutableArray<string> Notes,
    ImmutableArray<WidgetView> Widgets,
    string FaultExample,
    ImmutableArray<ResourceView> Resources);

/// <param name="Urn">Names it among all.</param>
/// <param name="Parent">URN; null right under the stack.</param>
/// <param name="Facts">What a reviewer wants to see at a glance.</param>
internal sealed record ResourceView(string Urn, string? Parent, string Name, string Type, bool Component, string Facts);
