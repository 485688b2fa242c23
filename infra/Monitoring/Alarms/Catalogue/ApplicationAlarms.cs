using System.Collections.Immutable;
using WorkoutLog.Contracts;

namespace WorkoutLog.Infra.Monitoring.Alarms.Catalogue;

/// <summary>What only the application itself can know. One is too many of each: neither happens by chance.</summary>
public static class ApplicationAlarms
{
    /// <param name="environment">The stack, as its functions name it in their metrics.</param>
    public static ImmutableArray<Alarm> Of(string environment) =>
    [
        new Alarm
        {
            Kind = AlarmKind.ConfigurationRefused,
            Name = "configuration-refused",
            Meaning = "The functions refuse the runtime parameters and go on with those that they had",
            Series = [new MetricSeries(Metrics.OfApplication(MetricNames.ConfigurationRefused, environment), "Sum", "Refused")],
            Threshold = 1,
            Unit = "refusals",
            // A function looks again after a while: the time between must not look like the end.
            WrongPeriods = 1,
        },
        new Alarm
        {
            Kind = AlarmKind.StatisticsDrift,
            Name = "statistics-drift",
            Meaning = "A repair found statistics that are not the sum of the workouts",
            Series = [new MetricSeries(Metrics.OfApplication(MetricNames.StatisticsDrift, environment), "Maximum", "Drift")],
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
