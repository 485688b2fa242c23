using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using WorkoutLog.Local.CloudWatch.Metrics;
using WorkoutLog.Local.Graph;

namespace WorkoutLog.Local.CloudWatch.Objectives;

/// <summary>A service level objective of Application Signals as its resource declares it.</summary>
/// <param name="Goal">Share of what must be good, in percent.</param>
/// <param name="Windows">Of which a burn rate is emitted each minute.</param>
internal sealed record ServiceLevelObjective(string Name, Indicator Indicator, double Goal, ImmutableArray<TimeSpan> Windows)
{
    private const string Namespace = "AWS/ApplicationSignals";

    /// <exception cref="UserErrorException">It uses something that a local run does not know.</exception>
    public static ServiceLevelObjective From(GraphResource resource)
    {
        var inputs = resource.Inputs;
        return new ServiceLevelObjective(
            inputs.Text("name")!,
            Indicator.From(resource),
            (inputs["goal"] as JsonObject)?.Number("attainmentGoal") ?? throw new UserErrorException($"The objective '{resource.Name}' has no attainment goal."),
            [.. inputs.Objects("burnRateConfigurations").Select(window => TimeSpan.FromMinutes(window.Integer("lookBackWindowMinutes")!.Value))]);
    }

    /// <summary>What it emits.</summary>
    public IEnumerable<MetricId> Metrics => Windows.Select(BurnRate);

    /// <summary>Emits the burn rates: 1 uses up exactly the whole budget. Without a request in the window there is none.</summary>
    /// <param name="minute">A full minute of metric time that has passed.</param>
    public void Emit(MetricStore metrics, DateTimeOffset minute)
    {
        foreach (var window in Windows)
        {
            if (Indicator.BadShare(metrics, minute, window) is { } bad)
            {
                metrics.Add(BurnRate(window), minute - TimeSpan.FromMinutes(1), bad / (1 - (Goal / 100)));
            }
        }
    }

    private MetricId BurnRate(TimeSpan window) => new(
        Namespace, "BurnRate", ("SloName", Name), ("BurnRateWindowMinutes", window.TotalMinutes.ToString(CultureInfo.InvariantCulture)));
}
