using WorkoutLog.Http.Metrics;

namespace WorkoutLog.Functions.Tests.Http;

public sealed class MetricsWriterTests
{
    private const string Start = """{"_aws":{"Timestamp":1778311800000,"CloudWatchMetrics":[{"Namespace":"WorkoutLog","Dimensions":""";

    private readonly RequestMetrics _metrics = new();

    [Fact]
    public void Writes_nothing_when_nothing_was_counted() => Assert.Empty(Write());

    [Fact]
    public void Writes_one_line_for_each_type()
    {
        _metrics.CountLogged(Workout("RUN", 30) with { CaloriesBurned = 300.5m, DistanceKm = 5 }, TestApi.Rules);
        _metrics.CountLogged(Workout("CYCLING", 61.5m), TestApi.Rules);
        _metrics.CountLogged(Workout("RUN", 0.25m) with { CaloriesBurned = 0.50m, Notes = "private" }, TestApi.Rules);

        string[] lines = Write();

        Assert.Equal(2, lines.Length);
        Assert.EndsWith("\"WorkoutType\":\"CYCLING\",\"WorkoutsLogged\":1,\"DurationMinutes\":61.5}", lines[0], StringComparison.Ordinal);
        Assert.EndsWith("\"WorkoutType\":\"RUN\",\"WorkoutsLogged\":2,\"CaloriesBurned\":301,\"DurationMinutes\":30.25}", lines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RUN", MonitoringLevel.Detailed, "[[\"Environment\"],[\"Environment\",\"WorkoutType\"]]", ",\"WorkoutType\":\"RUN\"")]
    [InlineData("RUN", MonitoringLevel.Basic, "[[\"Environment\"]]", ",\"WorkoutType\":\"RUN\"")]
    [InlineData("PARKOUR", MonitoringLevel.Detailed, "[[\"Environment\"]]", "")]
    public void Only_a_configured_type_is_a_dimension_and_only_with_detailed_monitoring(string type, MonitoringLevel monitoring, string dimensions, string member)
    {
        _metrics.CountLogged(Workout(type, 30), TestApi.Rules);

        Assert.Equal(
            Start + dimensions + """
                ,"Metrics":[{"Name":"WorkoutsLogged","Unit":"Count"},{"Name":"DurationMinutes","Unit":"None"}]}]},"Environment":"test"
                """ + member + ",\"WorkoutsLogged\":1,\"DurationMinutes\":30}",
            Assert.Single(Write(monitoring)));
    }

    [Fact]
    public void Writes_all_other_counts_in_one_line()
    {
        _metrics.CountRefused(2);
        _metrics.CountRefused(1);
        _metrics.CountReplay();

        Assert.Equal(
            Start + """
                [["Environment"]],"Metrics":[{"Name":"ValidationErrors","Unit":"Count"},{"Name":"IdempotentReplays","Unit":"Count"}]}]},"Environment":"test","ValidationErrors":3,"IdempotentReplays":1}
                """,
            Assert.Single(Write()));
    }

    private static Workout Workout(string type, decimal minutes) =>
        new() { UserId = "athlete-1", Type = type, DurationMinutes = minutes, Timestamp = FixedTime.Default.GetUtcNow() };

    private string[] Write(MonitoringLevel monitoring = MonitoringLevel.Detailed)
    {
        var output = new MetricOutput(monitoring);
        output.Writer.Write(_metrics, new RequestScope(new Deadline(TimeProvider.System, TimeSpan.FromSeconds(1))));
        return output.Lines;
    }
}
