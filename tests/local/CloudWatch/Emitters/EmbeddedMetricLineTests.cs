using WorkoutLog.Local.CloudWatch.Emitters;

namespace WorkoutLog.Local.Tests.CloudWatch.Emitters;

public sealed class EmbeddedMetricLineTests
{
    [Fact]
    public void Reads_each_metric_under_each_set_of_dimensions()
    {
        var metrics = EmbeddedMetricLine.Read("""
            {"_aws":{"Timestamp":1795233906000,"CloudWatchMetrics":[{"Namespace":"WorkoutLog","Dimensions":[["Environment"],["Environment","WorkoutType"]],
            "Metrics":[{"Name":"DurationMinutes","Unit":"Count"},{"Name":"Laps"}]}]},"Environment":"dev","WorkoutType":"RUN","DurationMinutes":30.5,"Laps":[1,2],"requestId":"r"}
            """.ReplaceLineEndings(""));

        Assert.Equal(
            [
                "WorkoutLog DurationMinutes {Environment=dev, WorkoutType=RUN} 30.5",
                "WorkoutLog DurationMinutes {Environment=dev} 30.5",
                "WorkoutLog Laps {Environment=dev, WorkoutType=RUN} 1",
                "WorkoutLog Laps {Environment=dev, WorkoutType=RUN} 2",
                "WorkoutLog Laps {Environment=dev} 1",
                "WorkoutLog Laps {Environment=dev} 2",
            ],
            metrics.Select(entry => FormattableString.Invariant($"{entry.Metric} {entry.Value}")).Order(StringComparer.Ordinal));
        Assert.All(metrics, entry => Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1_795_233_906_000), entry.Time));
    }

    [Theory]
    [InlineData("received an event")]
    [InlineData("""{"level":"Information","message":"done"}""")]
    [InlineData("""{"_aws":{"Timestamp":1,"CloudWatchMetrics":[]}}""")]
    [InlineData("""{"_aws":{"CloudWatchMetrics":[{"Namespace":"N","Dimensions":[[]],"Metrics":[{"Name":"A"}]}]},"A":1}""")]
    [InlineData("""{"_aws":{"Timestamp":1,"CloudWatchMetrics":[{"Dimensions":[[]],"Metrics":[{"Name":"A"}]}]},"A":1}""")]
    [InlineData("""{"_aws":{"Timestamp":1,"CloudWatchMetrics":[{"Namespace":"N","Metrics":[{"Name":"A"}]}]},"A":1}""")]
    [InlineData("""{"_aws":{"Timestamp":1,"CloudWatchMetrics":[{"Namespace":"N","Dimensions":[["D"]],"Metrics":[{"Name":"A"}]}]},"A":1}""")]
    [InlineData("""{"_aws":{"Timestamp":1,"CloudWatchMetrics":[{"Namespace":"N","Dimensions":[["D"]],"Metrics":[{"Name":"A"}]}]},"A":1,"D":7}""")]
    [InlineData("""{"_aws":{"Timestamp":1,"CloudWatchMetrics":[{"Namespace":"N","Dimensions":[[]],"Metrics":[{"Name":"A"}]}]}}""")]
    [InlineData("""{"_aws":{"Timestamp":1,"CloudWatchMetrics":[{"Namespace":"N","Dimensions":[[]],"Metrics":[{"Name":"A"}]}]},"A":"1"}""")]
    [InlineData("""{"_aws":{"Timestamp":"1","CloudWatchMetrics":[{"Namespace":"N","Dimensions":[[]],"Metrics":[{"Name":"A"}]}]},"A":1}""")]
    [InlineData("""{"_aws":{"Timestamp":1,"CloudWatchMetrics":[{"Namespace":"N","Dimensions":[[]],"Metrics":[{"Name":"A"}]}]},"A":1""")]
    public void Takes_any_other_line_as_mere_text(string line) => Assert.Empty(EmbeddedMetricLine.Read(line));
}
