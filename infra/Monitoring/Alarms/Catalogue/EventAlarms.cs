using System.Collections.Immutable;
using WorkoutLog.Infra.Components;

namespace WorkoutLog.Infra.Monitoring.Alarms.Catalogue;

/// <summary>Whether changes become events.</summary>
public static class EventAlarms
{
    public static ImmutableArray<Alarm> Of(WorkoutEvents events) =>
    [
        new Alarm
        {
            Kind = AlarmKind.EventFailures,
            Name = "failures",
            Meaning = "The pipe can't publish events and tries again",
            Series = [.. Metrics.PipeFailures.Select(metric => new MetricSeries(Metrics.OfPipe(metric, events.PipeName), "Sum", metric))],
            Expression = "SUM(FILL(METRICS(), 0))",
            Threshold = 3,
            Unit = "failed executions",
        },
        new Alarm
        {
            Kind = AlarmKind.EventDelay,
            Name = "delay",
            // A pipe has no metric of how far it is behind.
            Meaning = $"The pipe publishes nothing while the {events.Table.GetResourceName()} table is written to",
            Series =
            [
                new MetricSeries(Metrics.OfTable("ConsumedWriteCapacityUnits", events.Table.TableName), "Sum", "Written"),
                new MetricSeries(Metrics.OfPipe("EventCount", events.PipeName), "Sum", "Published"),
            ],
            Expression = "IF(FILL(m0, 0) > 0 AND FILL(m1, 0) < 1, 1, 0)",
            Threshold = 1,
            Unit = "periods without an event",
            WrongPeriods = 3,
        },
        new Alarm
        {
            Kind = AlarmKind.EventDeadLetters,
            Name = "dead-letters",
            Meaning = "Changes were given up and are missing on the bus",
            Series = [new MetricSeries(Metrics.OfQueue("ApproximateNumberOfMessagesVisible", events.DeadLettersName), "Maximum", "Dead letters")],
            Threshold = 1,
            Unit = "dead letters",
            Periods = 1,
            WrongPeriods = 1,
        },
    ];
}
