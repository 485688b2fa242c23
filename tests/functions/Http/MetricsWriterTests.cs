using WorkoutLog.Contracts;
using WorkoutLog.Domain;
using WorkoutLog.Functions.Tests.Support;
using WorkoutLog.Http.Metrics;
using WorkoutLog.Storage;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Functions.Tests.Http;

public sealed class MetricsWriterTests
{
    private const string Start = """{"_aws":{"Timestamp":1778311800000,"CloudWatchMetrics":[{"Namespace":"WorkoutLog","Dimensions":""";

    private readonly RequestMetrics _metrics = new();

    [Fact]
    public void Writes_nothing_when_there_is_nothing_to_say()
    {
        Assert.Empty(Write());
    }

    [Fact]
    public void Writes_one_line_for_each_type_with_both_sets_of_dimensions()
    {
        _metrics.CountLogged(Workout("RUN", 30) with { CaloriesBurned = 300.5m, DistanceKm = 5 }, Rules.Default);
        _metrics.CountLogged(Workout("CYCLING", 61.5m), Rules.Default);
        _metrics.CountLogged(Workout("RUN", 0.25m) with { CaloriesBurned = 0.50m, Notes = "private" }, Rules.Default);

        Assert.Equal(
            [
                Start + """
                    [["Environment"],["Environment","WorkoutType"]],"Metrics":[{"Name":"WorkoutsLogged","Unit":"Count"},{"Name":"DurationMinutes","Unit":"None"}]}]},"Environment":"test","WorkoutType":"CYCLING","WorkoutsLogged":1,"DurationMinutes":61.5}
                    """,
                Start + """
                    [["Environment"],["Environment","WorkoutType"]],"Metrics":[{"Name":"WorkoutsLogged","Unit":"Count"},{"Name":"CaloriesBurned","Unit":"None"},{"Name":"DurationMinutes","Unit":"None"}]}]},"Environment":"test","WorkoutType":"RUN","WorkoutsLogged":2,"CaloriesBurned":301,"DurationMinutes":30.25}
                    """,
            ],
            Write());
    }

    [Fact]
    public void Basic_monitoring_keeps_the_type_in_the_line_and_makes_no_metric_of_it()
    {
        _metrics.CountLogged(Workout("RUN", 30), Rules.Default);

        Assert.Equal(
            Start + """
                [["Environment"]],"Metrics":[{"Name":"WorkoutsLogged","Unit":"Count"},{"Name":"DurationMinutes","Unit":"None"}]}]},"Environment":"test","WorkoutType":"RUN","WorkoutsLogged":1,"DurationMinutes":30}
                """,
            Assert.Single(Write(MonitoringLevel.Basic)));
    }

    [Fact]
    public void A_type_that_is_not_configured_becomes_no_dimension()
    {
        _metrics.CountLogged(Workout("PARKOUR", 30), Rules.Default);

        Assert.Equal(
            Start + """
                [["Environment"]],"Metrics":[{"Name":"WorkoutsLogged","Unit":"Count"},{"Name":"DurationMinutes","Unit":"None"}]}]},"Environment":"test","WorkoutsLogged":1,"DurationMinutes":30}
                """,
            Assert.Single(Write()));
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
