using System.Collections.Immutable;
using WorkoutLog.Contracts;
using WorkoutLog.Infra.Monitoring;
using WorkoutLog.Infra.Monitoring.Alarms;

namespace WorkoutLog.Infra.Service;

/// <summary>Alarms on the application's own metrics.</summary>
public static class WorkoutAlarms
{
    public static AlarmKind ConfigurationRefused { get; } = new("configuration-refused", Severity.Ticket, MonitoringLevel.Detailed);

    public static AlarmKind ParametersNotRead { get; } = new("parameters-not-read", Severity.Ticket, MonitoringLevel.Detailed);

    public static AlarmKind StatisticsDrift { get; } = new("statistics-drift", Severity.Ticket, MonitoringLevel.Detailed);

    /// <summary>Every kind of alarm; each has a runbook.</summary>
    public static ImmutableArray<AlarmKind> Kinds { get; } = KindsOf(hasEvents: true);

    public static ImmutableArray<AlarmKind> KindsOf(bool hasEvents) =>
        [.. AlarmKind.Standard, ConfigurationRefused, ParametersNotRead, StatisticsDrift, .. hasEvents ? AlarmKind.Events : []];

    /// <param name="environment">The stack's name in its metrics.</param>
    public static ImmutableArray<Alarm> Of(string environment) =>
    [
        new Alarm
        {
            Kind = ConfigurationRefused,
            Name = "configuration-refused",
            Measure = "Rejected runtime parameters",
            Impact = "The functions keep the previous values.",
            Series = [new MetricSeries(WorkoutMetrics.Of(MetricNames.ConfigurationRefused, environment), "Sum", "Refused")],
            Threshold = 1,
            // A function reads again after five minutes; the time between must not end the alarm.
            BreachingPeriods = 1,
        },
        new Alarm
        {
            Kind = ParametersNotRead,
            Name = "parameters-not-read",
            Measure = "Failed reads of runtime parameters",
            Impact = "The functions keep the previous values.",
            Series = [new MetricSeries(WorkoutMetrics.Of(MetricNames.ParametersNotRead, environment), "Sum", "Not read")],
            // A single slow SSM response at a start is chance. A function retries every five minutes, so a lasting failure counts more.
            Threshold = 2,
            Period = TimeSpan.FromMinutes(15),
            Periods = 1,
            BreachingPeriods = 1,
        },
        new Alarm
        {
            Kind = StatisticsDrift,
            Name = "statistics-drift",
            Measure = "Months with statistics drift",
            Impact = "A repair found totals that do not match the workouts.",
            Series = [new MetricSeries(WorkoutMetrics.Of(MetricNames.StatisticsDrift, environment), "Maximum", "Drift")],
            Threshold = 1,
            Period = TimeSpan.FromMinutes(1),
            Periods = 1,
            BreachingPeriods = 1,
            // The state holds until the next repair.
            MissingData = MissingData.Ignore,
        },
    ];
}
