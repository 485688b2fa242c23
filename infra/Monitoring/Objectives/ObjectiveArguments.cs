using Pulumi;
using Pulumi.AwsNative.ApplicationSignals;
using Pulumi.AwsNative.ApplicationSignals.Inputs;

namespace WorkoutLog.Infra.Monitoring.Objectives;

/// <summary>An <see cref="Objective"/> in the provider's form.</summary>
internal static class ObjectiveArguments
{
    private const int PeriodSeconds = 60;

    // Remaining error budget below which Application Signals shows a warning.
    private const double WarningPercent = 50;

    /// <param name="name">Unique in the account and region.</param>
    public static ServiceLevelObjectiveArgs Of(Objective objective, string name, Input<string> apiName)
    {
        var args = new ServiceLevelObjectiveArgs
        {
            Name = name,
            Description = objective.Sentence,
            Goal = new ServiceLevelObjectiveGoalArgs
            {
                AttainmentGoal = objective.AttainmentPercent,
                WarningThreshold = WarningPercent,
                Interval = new ServiceLevelObjectiveIntervalArgs
                {
                    RollingInterval = new ServiceLevelObjectiveRollingIntervalArgs
                    {
                        Duration = Objective.Days,
                        DurationUnit = ServiceLevelObjectiveDurationUnit.Day,
                    },
                },
            },
            BurnRateConfigurations = BurnWindow.All
                .Select(window => new ServiceLevelObjectiveBurnRateConfigurationArgs { LookBackWindowMinutes = window.Minutes })
                .ToArray(),
        };
        switch (objective)
        {
            case Objective.Availability:
                args.RequestBasedSli = ByRequests(objective, apiName);
                break;
            case Objective.Latency latency:
                args.Sli = ByPeriods(latency, apiName);
                break;
            default:
                throw new InvalidOperationException($"{objective.GetType()} is not a known objective.");
        }

        return args;
    }

    private static ServiceLevelObjectiveRequestBasedSliArgs ByRequests(Objective objective, Input<string> apiName) => new()
    {
        RequestBasedSliMetric = new ServiceLevelObjectiveRequestBasedSliMetricArgs
        {
            TotalRequestCountMetric = Queries(objective, "total", "SUM", route => Metrics.Requests(Metrics.OfRoute("Count", apiName, route))),
            MonitoredRequestCountMetric = new ServiceLevelObjectiveMonitoredRequestCountMetricArgs
            {
                BadCountMetric = Queries(objective, "bad", "SUM", route => new MetricSeries(Metrics.OfRoute("5XXError", apiName, route), "Sum", "5xx")),
            },
        },
    };

    // Percentiles of several metrics cannot be combined; the slowest route represents its group.
    private static ServiceLevelObjectiveSliArgs ByPeriods(Objective.Latency objective, Input<string> apiName) => new()
    {
        ComparisonOperator = ServiceLevelObjectiveSliComparisonOperator.LessThanOrEqualTo,
        MetricThreshold = objective.Milliseconds,
        SliMetric = new ServiceLevelObjectiveSliMetricArgs
        {
            MetricDataQueries = Queries(objective, "slow", "MAX", route => new MetricSeries(Metrics.OfRoute("Latency", apiName, route), "p99", "p99")),
        },
    };

    private static InputList<ServiceLevelObjectiveMetricDataQueryArgs> Queries(
        Objective objective, string id, string function, Func<Api.Route, MetricSeries> series)
    {
        if (objective.Routes is [var only])
        {
            return Query(id, series(only), returnData: true);
        }

        var ids = objective.Routes.Select((_, place) => $"{id}{place}").ToArray();
        return objective.Routes
            .Zip(ids, (route, own) => Query(own, series(route), returnData: false))
            .Append(new ServiceLevelObjectiveMetricDataQueryArgs { Id = id, Expression = $"{function}([{string.Join(", ", ids)}])", ReturnData = true })
            .ToArray();
    }

    private static ServiceLevelObjectiveMetricDataQueryArgs Query(string id, MetricSeries series, bool returnData) => new()
    {
        Id = id,
        ReturnData = returnData,
        MetricStat = new ServiceLevelObjectiveMetricStatArgs
        {
            Period = PeriodSeconds,
            Stat = series.Statistic,
            Metric = new ServiceLevelObjectiveMetricArgs
            {
                Namespace = series.Metric.Namespace,
                MetricName = series.Metric.Name,
                Dimensions = series.Metric.Dimensions
                    .Select(dimension => new ServiceLevelObjectiveDimensionArgs { Name = dimension.Name, Value = dimension.Value })
                    .ToArray(),
            },
        },
    };
}
