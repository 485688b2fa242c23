using System.Collections.Immutable;
using WorkoutLog.Infra.Components;

namespace WorkoutLog.Infra.Monitoring.Alarms.Catalogue;

/// <summary>Failures, delay and dead letters of the events.</summary>
public static class EventAlarms
{
    public static ImmutableArray<Alarm> Of(WorkoutEvents events) =>
    [
        new Alarm
        {
            Kind = AlarmKind.EventFailures,
            Name = "failures",
            Measure = "Event pipe failed executions",
            Impact = "Events are delayed while the pipe retries.",
            Series = [.. Metrics.PipeFailures.Select(metric => new MetricSeries(Metrics.OfPipe(metric, events.PipeName), "Sum", metric))],
            Expression = "SUM(FILL(METRICS(), 0))",
            Threshold = 3,
        },
        new Alarm
        {
            Kind = AlarmKind.EventDelay,
            Name = "delay",
            // A pipe has no lag metric.
            Measure = "Published events",
            Condition = $"= 0 while the {events.Table.GetResourceName()} table has writes,",
            Impact = "Events are delayed.",
            Series =
            [
                new MetricSeries(Metrics.OfTable("ConsumedWriteCapacityUnits", events.Table.TableName), "Sum", "Written"),
                new MetricSeries(Metrics.OfPipe("EventCount", events.PipeName), "Sum", "Published"),
            ],
            Expression = "IF(FILL(m0, 0) > 0 AND FILL(m1, 0) < 1, 1, 0)",
            Threshold = 1,
            BreachingPeriods = 3,
        },
        new Alarm
        {
            Kind = AlarmKind.EventDeadLetters,
            Name = "dead-letters",
            Measure = "Event dead letters",
            Impact = "Changes are missing on the event bus.",
            Series = [new MetricSeries(Metrics.OfQueue("ApproximateNumberOfMessagesVisible", events.DeadLettersName), "Maximum", "Dead letters")],
            Threshold = 1,
            Periods = 1,
            BreachingPeriods = 1,
        },
    ];
}
