using System.Collections.Immutable;
using WorkoutLog.Contracts;
using WorkoutLog.Infra.Monitoring;
using WorkoutLog.Infra.Monitoring.Alarms;

namespace WorkoutLog.Infra.Service;

/// <summary>What only the application itself can know.</summary>
public static class WorkoutAlarms
{
    public static AlarmKind ConfigurationRefused { get; } = new("configuration-refused", Severity.Ticket, MonitoringLevel.Detailed);

    public static AlarmKind ParametersNotRead { get; } = new("parameters-not-read", Severity.Ticket, MonitoringLevel.Detailed);

    public static AlarmKind StatisticsDrift { get; } = new("statistics-drift", Severity.Ticket, MonitoringLevel.Detailed);

    /// <summary>Every kind that a stack can have; each has a runbook.</summary>
    public static ImmutableArray<AlarmKind> Kinds { get; } = KindsOf(hasEvents: true);

    public static ImmutableArray<AlarmKind> KindsOf(bool hasEvents) =>
        [.. AlarmKind.Standard, ConfigurationRefused, ParametersNotRead, StatisticsDrift, .. hasEvents ? AlarmKind.Events : []];

    /// <param name="environment">The stack, as its functions name it in their metrics.</param>
    public static ImmutableArray<Alarm> Of(string environment) =>
    [
        new Alarm
        {
            Kind = ConfigurationRefused,
            Name = "configuration-refused",
            Meaning = "The functions refuse the runtime parameters and go on with those that they had",
            Series = [new MetricSeries(WorkoutMetrics.Of(MetricNames.ConfigurationRefused, environment), "Sum", "Refused")],
            Threshold = 1,
            Unit = "refusals",
            // A function looks again after a while: the time between must not look like the end.
            WrongPeriods = 1,
        },
        new Alarm
        {
            Kind = ParametersNotRead,
            Name = "parameters-not-read",
            Meaning = "The functions can't read the runtime parameters and go on with those that they had",
            Series = [new MetricSeries(WorkoutMetrics.Of(MetricNames.ParametersNotRead, environment), "Sum", "Not read")],
            // One slow answer of SSM at a start is chance. A function tries again every five minutes, so a lasting failure is more.
            Threshold = 2,
            Unit = "failed reads",
            Period = TimeSpan.FromMinutes(15),
            Periods = 1,
            WrongPeriods = 1,
        },
        new Alarm
        {
            Kind = StatisticsDrift,
            Name = "statistics-drift",
            Meaning = "A repair found statistics that are not the sum of the workouts",
            Series = [new MetricSeries(WorkoutMetrics.Of(MetricNames.StatisticsDrift, environment), "Maximum", "Drift")],
            Threshold = 1,
            Unit = "wrong months",
            Period = TimeSpan.FromMinutes(1),
            Periods = 1,
            WrongPeriods = 1,
            // Until the next repair finds none.
            MissingData = MissingData.Ignore,
        },
    ];
}
