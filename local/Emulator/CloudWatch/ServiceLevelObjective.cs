namespace WorkoutLog.Local.CloudWatch;

/// <summary>An Application Signals service level objective, as its resource declares it.</summary>
/// <param name="Goal">Percentage that must be good.</param>
/// <param name="Windows">Look-back windows; a burn rate is emitted for each of them every minute.</param>
internal sealed record ServiceLevelObjective(string Name, Indicator Indicator, double Goal, ImmutableArray<TimeSpan> Windows)
{
    private const string Namespace = "AWS/ApplicationSignals";

    public static ServiceLevelObjective From(GraphResource resource)
    {
        var inputs = resource.Inputs;
        return new ServiceLevelObjective(
            inputs.Text("name")!, Indicator.From(resource),
            (inputs["goal"] as JsonObject)?.Number("attainmentGoal") ?? throw new UserErrorException($"The objective '{resource.Name}' has no attainment goal."),
            [.. inputs.Objects("burnRateConfigurations").Select(window => TimeSpan.FromMinutes(window.Integer("lookBackWindowMinutes")!.Value))]);
    }

    public IEnumerable<MetricId> Metrics => Windows.Select(BurnRate);

    /// <summary>Emits the burn rates: 1 uses up exactly the whole error budget. A window without data emits none.</summary>
    public void Emit(MetricStore metrics, DateTimeOffset minute)
    {
        foreach (var window in Windows)
        {
            if (Indicator.BadShare(metrics, minute, window) is { } bad)
            {
                metrics.Add(BurnRate(window), minute - TimeSpan.FromMinutes(1), bad / (1 - (Goal / 100)));
            }
        }
    }

    private MetricId BurnRate(TimeSpan window) => new(
        Namespace, "BurnRate", ("SloName", Name), ("BurnRateWindowMinutes", window.TotalMinutes.ToString(CultureInfo.InvariantCulture)));
}

internal abstract record Indicator
{
    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1);

    public abstract IEnumerable<MetricId> Metrics { get; }

    /// <summary>Fraction that was bad in the window, 0 to 1; null without data.</summary>
    /// <param name="end">A full minute of metric time.</param>
    public abstract double? BadShare(MetricStore metrics, DateTimeOffset end, TimeSpan window);

    public static Indicator From(GraphResource objective)
    {
        var inputs = objective.Inputs;
        if (inputs["requestBasedSli"]?["requestBasedSliMetric"] is JsonObject requests && requests["totalRequestCountMetric"] is JsonArray)
        {
            var monitored = requests["monitoredRequestCountMetric"] as JsonObject ?? [];
            var countsBad = monitored["badCountMetric"] is JsonArray;
            return new RequestBased(
                MetricRequest.OfApi(requests.Objects("totalRequestCountMetric")),
                MetricRequest.OfApi(monitored.Objects(countsBad ? "badCountMetric" : "goodCountMetric")), countsBad);
        }

        if (inputs["sli"] is JsonObject sli && sli["sliMetric"] is JsonObject metric && metric["metricDataQueries"] is JsonArray)
        {
            return new PeriodBased(
                MetricRequest.OfApi(metric.Objects("metricDataQueries")), TimeSpan.FromSeconds(metric.Integer("periodSeconds") ?? PeriodOf(metric)),
                // The operators of alarms under shorter names.
                Comparison.Parse($"{sli.Text("comparisonOperator")}Threshold"), sli.Number("metricThreshold")!.Value);
        }

        throw new UserErrorException($"The objective '{objective.Name}' must measure requests or periods of CloudWatch metrics; a local run supports nothing else.");
    }

    private static int PeriodOf(JsonObject metric) =>
        metric.Objects("metricDataQueries").Select(query => (query["metricStat"] as JsonObject)?.Integer("period")).FirstOrDefault(period => period is not null) ?? (int)_minute.TotalSeconds;

    /// <param name="Monitored">Counts the bad or the good requests.</param>
    private sealed record RequestBased(MetricRequest Total, MetricRequest Monitored, bool CountsBad) : Indicator
    {
        public override IEnumerable<MetricId> Metrics => Total.Metrics.Concat(Monitored.Metrics);

        public override double? BadShare(MetricStore metrics, DateTimeOffset end, TimeSpan window)
        {
            var grid = TimeGrid.EndingAt(end, _minute, (int)(window / _minute));
            var total = Total.Read(Total.Result, metrics, grid).Sum() ?? 0;
            var monitored = Monitored.Read(Monitored.Result, metrics, grid).Sum() ?? 0;
            return total == 0 ? null : CountsBad ? monitored / total : 1 - (monitored / total);
        }
    }

    /// <summary>Good periods among those with data. The comparison defines a good period.</summary>
    private sealed record PeriodBased(MetricRequest Request, TimeSpan Period, Comparison Good, double Threshold) : Indicator
    {
        public override IEnumerable<MetricId> Metrics => Request.Metrics;

        public override double? BadShare(MetricStore metrics, DateTimeOffset end, TimeSpan window)
        {
            var grid = TimeGrid.EndingAt(end, Period, (int)(window / Period));
            var values = Request.Read(Request.Result, metrics, grid).OfType<double>().ToArray();
            return values.Length == 0 ? null : (double)values.Count(value => !Good.Breaches(value, Threshold)) / values.Length;
        }
    }
}
