using System.Collections.Immutable;
using WorkoutLog.Contracts;
using WorkoutLog.Infra.Monitoring.Dashboards;

namespace WorkoutLog.Infra.Service;

/// <summary>What the functions count, on the dashboard.</summary>
/// <param name="environment">The stack, as its functions name it in their metrics.</param>
/// <param name="types">By which they tell workouts apart, with detailed monitoring.</param>
internal sealed class WorkoutGraphs(string environment, MonitoringLevel monitoring, ImmutableArray<string> types)
{
    /// <summary>What users do.</summary>
    public ImmutableArray<Graph> Activity =>
    [
        new Graph("Workouts", "workouts", OfWorkouts(MetricNames.WorkoutsLogged)) { Stacked = true },
        new Graph("Time in workouts", "minutes", OfWorkouts(MetricNames.DurationMinutes)) { Stacked = true },
        new Graph("Calories", "kilocalories", OfWorkouts(MetricNames.CaloriesBurned)) { Stacked = true },
    ];

    /// <summary>What of it does not work for them.</summary>
    public ImmutableArray<Graph> Application =>
    [
        new Graph("What the application says", "times", Of(
            MetricNames.ValidationErrors,
            MetricNames.IdempotentReplays,
            MetricNames.Conflicts,
            MetricNames.ConfigurationRefused,
            MetricNames.ParametersNotRead,
            MetricNames.StatisticsDrift)),
    ];

    private ImmutableArray<Line> OfWorkouts(string metric) => monitoring == MonitoringLevel.Detailed
        ? [.. types.Select(type => Line.Of(WorkoutMetrics.OfType(metric, environment, type), "Sum", type))]
        : Of(metric);

    private ImmutableArray<Line> Of(params ReadOnlySpan<string> metrics)
    {
        var lines = ImmutableArray.CreateBuilder<Line>();
        foreach (var metric in metrics)
        {
            lines.Add(Line.Of(WorkoutMetrics.Of(metric, environment), "Sum", metric));
        }

        return lines.ToImmutable();
    }
}
