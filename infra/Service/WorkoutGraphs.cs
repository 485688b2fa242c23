using System.Collections.Immutable;
using WorkoutLog.Contracts;
using WorkoutLog.Infra.Monitoring.Dashboards;

namespace WorkoutLog.Infra.Service;

/// <summary>Dashboard graphs of the functions' own metrics.</summary>
/// <param name="environment">The stack's name in its metrics.</param>
/// <param name="types">Workout types, a dimension with detailed monitoring.</param>
internal sealed class WorkoutGraphs(string environment, MonitoringLevel monitoring, ImmutableArray<string> types)
{
    /// <summary>Usage.</summary>
    public ImmutableArray<Graph> Activity =>
    [
        new Graph("Workouts", "workouts", OfWorkouts(MetricNames.WorkoutsLogged)) { Stacked = true },
        new Graph("Workout duration", "minutes", OfWorkouts(MetricNames.DurationMinutes)) { Stacked = true },
        new Graph("Calories", "kilocalories", OfWorkouts(MetricNames.CaloriesBurned)) { Stacked = true },
    ];

    /// <summary>Errors, replays and drift.</summary>
    public ImmutableArray<Graph> Application =>
    [
        new Graph("Application events", "count", Of(
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
