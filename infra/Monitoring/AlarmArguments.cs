using System.Text.Json;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.CloudWatch.Inputs;

namespace WorkoutLog.Infra.Monitoring;

/// <summary>An <see cref="Alarm"/> in the provider's form.</summary>
internal static class AlarmArguments
{
    /// <param name="topicArn">Where the alarm and its end are announced.</param>
    public static MetricAlarmArgs Of(Alarm alarm, Input<string> topicArn)
    {
        var args = new MetricAlarmArgs
        {
            AlarmDescription = alarm.Description,
            Threshold = alarm.Threshold,
            ComparisonOperator = "GreaterThanOrEqualToThreshold",
            EvaluationPeriods = alarm.Periods,
            DatapointsToAlarm = alarm.WrongPeriods,
            TreatMissingData = JsonNamingPolicy.CamelCase.ConvertName(alarm.MissingData.ToString()),
            ActionsEnabled = true,
            AlarmActions = { topicArn },
            OkActions = { topicArn },
        };
        if (alarm.Expression is null)
        {
            var series = alarm.Series.Single();
            args.Namespace = series.Metric.Namespace;
            args.MetricName = series.Metric.Name;
            args.Dimensions = Dimensions(series.Metric);
            args.Statistic = series.Statistic;
            args.Period = Seconds(alarm);
        }
        else
        {
            args.MetricQueries = alarm.Series.Select((series, place) => Query($"m{place}", series, Seconds(alarm))).Append(new MetricAlarmMetricQueryArgs
            {
                Id = "result",
                Expression = alarm.Expression,
                Label = alarm.Meaning,
                ReturnData = true,
            }).ToList();
        }

        return args;
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
