using System.Text.Json.Nodes;
using WorkoutLog.Local.CloudWatch.Alarms;
using WorkoutLog.Local.CloudWatch.Metrics;
using WorkoutLog.Local.CloudWatch.Queries;
using WorkoutLog.Local.Graph;

namespace WorkoutLog.Local.CloudWatch.Objectives;

/// <summary>What an objective measures.</summary>
internal abstract record Indicator
{
    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1);

    private Indicator()
    {
    }

    /// <summary>The metrics that it reads.</summary>
    public abstract IEnumerable<MetricId> Metrics { get; }

    /// <summary>Share of what was bad in the window, 0 to 1; null when nothing happened.</summary>
    /// <param name="end">A full minute of metric time.</param>
    public abstract double? BadShare(MetricStore metrics, DateTimeOffset end, TimeSpan window);

    /// <exception cref="UserErrorException">It measures something that a local run does not know.</exception>
    public static Indicator From(GraphResource objective)
    {
        var inputs = objective.Inputs;
        if (inputs["requestBasedSli"]?["requestBasedSliMetric"] is JsonObject requests && requests["totalRequestCountMetric"] is JsonArray)
        {
            var monitored = requests["monitoredRequestCountMetric"] as JsonObject ?? [];
            var countsBad = monitored["badCountMetric"] is JsonArray;
            return new RequestBased(
                MetricRequestReader.OfApi(requests.Objects("totalRequestCountMetric")),
                MetricRequestReader.OfApi(monitored.Objects(countsBad ? "badCountMetric" : "goodCountMetric")),
                countsBad);
        }

        if (inputs["sli"] is JsonObject sli && sli["sliMetric"] is JsonObject metric && metric["metricDataQueries"] is JsonArray)
        {
            return new PeriodBased(
                MetricRequestReader.OfApi(metric.Objects("metricDataQueries")),
                TimeSpan.FromSeconds(metric.Integer("periodSeconds") ?? PeriodOf(metric)),
                Comparisons(sli.Text("comparisonOperator")!),
                sli.Number("metricThreshold")!.Value);
        }

        throw new UserErrorException($"The objective '{objective.Name}' measures neither requests nor periods of CloudWatch metrics, which is all that a local run knows.");
    }

    private static int PeriodOf(JsonObject metric) =>
        metric.Objects("metricDataQueries").Select(query => (query["metricStat"] as JsonObject)?.Integer("period")).FirstOrDefault(period => period is not null) ?? (int)_minute.TotalSeconds;

    // The same operators as those of alarms, under shorter names.
    private static Comparison Comparisons(string name) => Comparison.Parse(name switch
    {
        "GreaterThanOrEqualTo" => "GreaterThanOrEqualToThreshold",
        "GreaterThan" => "GreaterThanThreshold",
        "LessThanOrEqualTo" => "LessThanOrEqualToThreshold",
        "LessThan" => "LessThanThreshold",
        _ => name,
    });

    /// <summary>Good requests among all.</summary>
    /// <param name="Monitored">Counts the bad ones, or else the good ones.</param>
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

    /// <summary>Good periods among those with data. The comparison says what is good.</summary>
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
