using System.Text.Json.Nodes;
using WorkoutLog.Local.CloudWatch.MetricMath;
using WorkoutLog.Local.CloudWatch.Metrics;
using WorkoutLog.Local.Graph;

namespace WorkoutLog.Local.CloudWatch.Queries;

/// <summary>Reads requests from the inputs of resources.</summary>
internal static class MetricRequestReader
{
    /// <param name="alarm">Inputs of a metric alarm.</param>
    public static MetricRequest OfAlarm(JsonObject alarm) => alarm.Objects("metricQueries").ToArray() is { Length: > 0 } queries
        ? new MetricRequest([.. queries.Select(OfAlarmQuery)])
        : new MetricRequest([new MetricQuery.Stored("m", "", true, OfAlarmMetric(alarm), Statistic.Parse(alarm.Text("statistic") ?? alarm.Text("extendedStatistic")!))]);

    /// <param name="queries">In the form of AWS's own API.</param>
    public static MetricRequest OfApi(IEnumerable<JsonObject> queries) => new([.. queries.Select(OfApiQuery)]);

    private static MetricQuery OfAlarmQuery(JsonObject query) => query["metric"] is JsonObject metric
        ? new MetricQuery.Stored(query.Text("id")!, query.Text("label") ?? "", query.Flag("returnData"), OfAlarmMetric(metric), Statistic.Parse(metric.Text("stat")!))
        : OfExpression(query, query.Flag("returnData"));

    private static MetricId OfAlarmMetric(JsonObject metric) => new(
        metric.Text("namespace")!,
        metric.Text("metricName")!,
        (metric["dimensions"] as JsonObject ?? []).Select(dimension => KeyValuePair.Create(dimension.Key, dimension.Value!.GetValue<string>())));

    private static MetricQuery OfApiQuery(JsonObject query)
    {
        // Here data is returned unless it is said otherwise.
        var returnsData = query["returnData"]?.GetValue<bool>() ?? true;
        if (query["metricStat"] is not JsonObject stat)
        {
            return OfExpression(query, returnsData);
        }

        var metric = stat["metric"]!.AsObject();
        return new MetricQuery.Stored(
            query.Text("id")!,
            query.Text("label") ?? "",
            returnsData,
            new MetricId(
                metric.Text("namespace")!,
                metric.Text("metricName")!,
                metric.Objects("dimensions").Select(dimension => KeyValuePair.Create(dimension.Text("name")!, dimension.Text("value")!))),
            Statistic.Parse(stat.Text("stat")!));
    }

    private static MetricQuery.Math OfExpression(JsonObject query, bool returnsData)
    {
        var text = query.Text("expression")!;
        return new MetricQuery.Math(query.Text("id")!, query.Text("label") ?? "", returnsData, text, MathParser.Read(text));
    }
}
