using System.Collections.Immutable;
using WorkoutLog.Contracts;
using WorkoutLog.Infra.Monitoring.Dashboards;

namespace WorkoutLog.Infra.Components.Dashboards;

/// <summary>What users do, and what of it does not work for them.</summary>
internal static class UserGraphs
{
    public static ImmutableArray<Graph> Of(StackDashboardArgs args) =>
    [
        new Graph("Workouts", "workouts", Lines.OfWorkouts(args, MetricNames.WorkoutsLogged)) { Stacked = true },
        new Graph("Time in workouts", "minutes", Lines.OfWorkouts(args, MetricNames.DurationMinutes)) { Stacked = true },
        new Graph("Calories", "kilocalories", Lines.OfWorkouts(args, MetricNames.CaloriesBurned)) { Stacked = true },
        new Graph("Refused (4xx)", "requests", Lines.OfTraffic(args, "4XXError", "Sum")),
        new Graph("What the application says", "times",
        [
            .. Lines.OfApplication(
                args,
                MetricNames.ValidationErrors,
                MetricNames.IdempotentReplays,
                MetricNames.Conflicts,
                MetricNames.ConfigurationRefused,
                MetricNames.StatisticsDrift),
        ]),
    ];
}
