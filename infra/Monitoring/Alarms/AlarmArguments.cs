using System.Text.Json;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.CloudWatch.Inputs;
using WorkoutLog.Infra.Naming;

namespace WorkoutLog.Infra.Monitoring.Alarms;

/// <summary>An <see cref="Alarm"/> in the provider's form.</summary>
internal static class AlarmArguments
{
    private static readonly Dictionary<Bound, string> _operators = new()
    {
        [Bound.AtLeast] = "GreaterThanOrEqualToThreshold",
        [Bound.Below] = "LessThanThreshold",
    };

    /// <param name="what">The monitored part of the stack.</param>
    public static MetricAlarmArgs Of(string what, Alarm alarm, StackAlarms alarms)
    {
        var args = new MetricAlarmArgs
        {
            Name = alarms.NameOf(what, alarm.Name),
            AlarmDescription = alarms.Describe(alarm.Sentence, alarm.Kind),
            Threshold = alarm.Threshold,
            ComparisonOperator = _operators[alarm.Bound],
            EvaluationPeriods = alarm.Periods,
            DatapointsToAlarm = alarm.BreachingPeriods,
            TreatMissingData = JsonNamingPolicy.CamelCase.ConvertName(alarm.MissingData.ToString()),
            ActionsEnabled = alarm.Notifies,
            Tags = { [StackTags.Severity] = Word(alarm.Kind.Severity) },
        };
        if (alarm.Notifies)
        {
            args.AlarmActions = alarms.TopicArn;
            args.OkActions = alarms.TopicArn;
        }

        if (alarm.Expression is null)
        {
            AddSeries(args, alarm.Series.Single(), Seconds(alarm));
        }
        else
        {
            args.MetricQueries = alarm.Series.Select((series, place) => Query($"m{place}", series, Seconds(alarm))).Append(new MetricAlarmMetricQueryArgs
            {
                Id = "result",
                Expression = alarm.Expression,
                Label = alarm.Measure,
                ReturnData = true,
            }).ToList();
        }

        return args;
    }

    public static string Word(Severity severity) => JsonNamingPolicy.CamelCase.ConvertName(severity.ToString());

    private static void AddSeries(MetricAlarmArgs args, MetricSeries series, int seconds)
    {
        args.Namespace = series.Metric.Namespace;
        args.MetricName = series.Metric.Name;
        args.Dimensions = Dimensions(series.Metric);
        args.Period = seconds;
        // CloudWatch has a separate member for percentiles.
        if (series.Statistic.StartsWith('p'))
        {
            args.ExtendedStatistic = series.Statistic;
        }
        else
        {
            args.Statistic = series.Statistic;
        }
    }

    private static MetricAlarmMetricQueryArgs Query(string id, MetricSeries series, int seconds) => new()
    {
        Id = id,
        Label = series.Label,
        ReturnData = false,
        Metric = new MetricAlarmMetricQueryMetricArgs
        {
            Namespace = series.Metric.Namespace,
            MetricName = series.Metric.Name,
            Dimensions = Dimensions(series.Metric),
            Stat = series.Statistic,
            Period = seconds,
        },
    };

    private static InputMap<string> Dimensions(Metric metric)
    {
        var map = new InputMap<string>();
        foreach (var dimension in metric.Dimensions)
        {
            map.Add(dimension.Name, dimension.Value);
        }

        return map;
    }

    private static int Seconds(Alarm alarm) => (int)alarm.Period.TotalSeconds;
}
