namespace WorkoutLog.Local.Tests.CloudWatch;

public sealed class ServiceLevelObjectiveTests
{
    private static readonly DateTimeOffset _noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private readonly MetricStore _metrics = new();

    [Fact]
    public void Burns_by_the_share_of_bad_requests_over_each_window()
    {
        var objective = Objective(
            99.9, """{"requestBasedSli":{"requestBasedSliMetric":{"totalRequestCountMetric":[Q(Count)],"monitoredRequestCountMetric":{"badCountMetric":[Q(5XXError)]}}}}""");
        Put("Count", (-1, 100), (-90, 100));
        Put("5XXError", (-1, 1));

        objective.Emit(_metrics, _noon);

        Assert.Equal((10, 5), (BurnRate("60"), BurnRate("360")));
    }

    [Fact]
    public void Burns_by_the_share_of_bad_minutes_among_those_with_data()
    {
        var objective = Objective(99, """{"sli":{"comparisonOperator":"LessThanOrEqualTo","metricThreshold":300,"sliMetric":{"metricDataQueries":[Q(Latency)]}}}""");
        Put("Latency", (-1, 301), (-2, 300), (-3, 20), (-4, 20));

        objective.Emit(_metrics, _noon);

        Assert.Equal(25, BurnRate("60")!.Value, 9);
    }

    [Fact]
    public void Has_no_burn_rate_without_data_and_rejects_unsupported_indicators()
    {
        Objective(99, """{"sli":{"comparisonOperator":"LessThan","metricThreshold":1,"sliMetric":{"metricDataQueries":[Q(Latency)]}}}""").Emit(_metrics, _noon);

        Assert.Empty(_metrics.Ids);
        Assert.Equal(
            "The objective 'o' must measure requests or periods of CloudWatch metrics; a local run supports nothing else.",
            Refusal.Of(() => Objective(99, """{"sli":{"sliMetric":{"keyAttributes":{}}}}""")));
    }

    private static ServiceLevelObjective Objective(double goal, string sli)
    {
        var inputs = JsonNode.Parse(Regex.Replace(
            sli, @"Q\((\w+)\)", """{"id":"m","metricStat":{"period":60,"stat":"Sum","metric":{"namespace":"S","metricName":"$1","dimensions":[{"name":"D","value":"d"}]}}}"""))!.AsObject();
        inputs["name"] = "goal";
        inputs["goal"] = new JsonObject { ["attainmentGoal"] = goal };
        inputs["burnRateConfigurations"] = new JsonArray(new JsonObject { ["lookBackWindowMinutes"] = 60 }, new JsonObject { ["lookBackWindowMinutes"] = 360 });
        return ServiceLevelObjective.From(SampleGraph.Resource(ServiceLevelObjectiveType.Token, "o", inputs));
    }

    private void Put(string metric, params (int Minute, double Value)[] points) =>
        Array.ForEach(points, point => _metrics.Add(new MetricId("S", metric, ("D", "d")), _noon.AddMinutes(point.Minute), point.Value));

    private double? BurnRate(string window) => Math.Round(_metrics.Read(
        new MetricId("AWS/ApplicationSignals", "BurnRate", ("SloName", "goal"), ("BurnRateWindowMinutes", window)),
        Statistic.Parse("Maximum"),
        TimeGrid.EndingAt(_noon, TimeSpan.FromMinutes(1), 1)).Single() ?? -1, 6);
}
