namespace WorkoutLog.Local.CloudWatch;

/// <summary>One line of a request: a metric, or metric math over the other lines.</summary>
/// <param name="Label">Empty if none is given.</param>
internal abstract record MetricQuery(string Id, string Label, bool ReturnData)
{
    public sealed record Stored(string Id, string Label, bool ReturnData, MetricId Metric, Statistic Statistic) : MetricQuery(Id, Label, ReturnData);

    public sealed record Math(string Id, string Label, bool ReturnData, string Text) : MetricQuery(Id, Label, ReturnData)
    {
        public MathExpression Expression { get; } = MathExpression.Read(Text);
    }
}

/// <summary>Metrics and metric math that belong together.</summary>
internal sealed record MetricRequest(ImmutableArray<MetricQuery> Queries)
{
    public IEnumerable<MetricId> Metrics => Queries.OfType<MetricQuery.Stored>().Select(query => query.Metric);

    /// <summary>The one line that returns data.</summary>
    /// <exception cref="UserErrorException">There is none, or more than one.</exception>
    public MetricQuery Result => Queries.Where(query => query.ReturnData).ToArray() is [var result]
        ? result
        : throw new UserErrorException($"Exactly one of the metrics {string.Join(", ", Queries.Select(query => query.Id))} must return data.");

    public static MetricRequest OfAlarm(JsonObject alarm) => alarm.Objects("metricQueries").ToArray() is { Length: > 0 } queries
        ? new MetricRequest([.. queries.Select(query => Query(query, query.Flag("returnData"), query["metric"] as JsonObject, query["metric"] as JsonObject))])
        : new MetricRequest([new MetricQuery.Stored("m", "", true, Metric(alarm), Statistic.Parse(alarm.Text("statistic") ?? alarm.Text("extendedStatistic")!))]);

    /// <param name="queries">In the form of AWS's own API, where data is returned by default.</param>
    public static MetricRequest OfApi(IEnumerable<JsonObject> queries) => new([.. queries.Select(query => Query(
        query, query["returnData"]?.GetValue<bool>() ?? true, query["metricStat"] as JsonObject, query["metricStat"]?["metric"] as JsonObject))]);

    /// <returns>One value per period; null where data is missing.</returns>
    public ImmutableArray<double?> Read(MetricQuery query, MetricStore store, TimeGrid grid) => new Reading(this, store, grid).Of(query).Spread(grid.Count);

    private static MetricQuery Query(JsonObject query, bool returnsData, JsonObject? stat, JsonObject? metric)
    {
        var (id, label) = (query.Text("id")!, query.Text("label") ?? "");
        return stat is null
            ? new MetricQuery.Math(id, label, returnsData, query.Text("expression")!)
            : new MetricQuery.Stored(id, label, returnsData, Metric(metric!), Statistic.Parse(stat.Text("stat")!));
    }

    // The Pulumi provider has the dimensions of an alarm as an object, AWS's own API as a list.
    private static MetricId Metric(JsonObject metric) => new(
        metric.Text("namespace")!,
        metric.Text("metricName")!,
        metric["dimensions"] is JsonObject members
            ? members.Select(dimension => KeyValuePair.Create(dimension.Key, dimension.Value!.GetValue<string>()))
            : metric.Objects("dimensions").Select(dimension => KeyValuePair.Create(dimension.Text("name")!, dimension.Text("value")!)));

    private sealed class Reading(MetricRequest request, MetricStore store, TimeGrid grid)
    {
        private readonly Dictionary<string, MathValue> _values = new(StringComparer.Ordinal);
        private readonly HashSet<string> _pending = new(StringComparer.Ordinal);

        public MathValue Of(MetricQuery query)
        {
            if (_values.TryGetValue(query.Id, out var known))
            {
                return known;
            }

            if (!_pending.Add(query.Id))
            {
                throw new UserErrorException($"The expression '{query.Id}' refers to itself.");
            }

            return _values[query.Id] = query is MetricQuery.Stored stored
                ? new MathValue.Series([.. store.Read(stored.Metric, stored.Statistic, grid)])
                : ((MetricQuery.Math)query).Expression.Evaluate(new MathScope(Find, request.Queries.OfType<MetricQuery.Stored>().Select(other => other.Id), grid.Count));
        }

        private MathValue? Find(string id) => request.Queries.FirstOrDefault(query => query.Id == id) is { } query ? Of(query) : null;
    }
}
