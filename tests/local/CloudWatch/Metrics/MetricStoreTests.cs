using WorkoutLog.Local.CloudWatch.Metrics;

namespace WorkoutLog.Local.Tests.CloudWatch.Metrics;

public sealed class MetricStoreTests
{
    private static readonly DateTimeOffset _noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private static readonly MetricId _errors = new("AWS/Lambda", "Errors", ("FunctionName", "f"), ("Resource", "f:live"));
    private static readonly Statistic _sum = Statistic.Parse("Sum");

    private readonly MetricStore _store = new();

    [Fact]
    public void Finds_a_metric_by_its_dimensions_in_any_order_and_by_exactly_them()
    {
        _store.Add(_errors, _noon, 1);

        Assert.Equal([1], Read(new MetricId("AWS/Lambda", "Errors", ("Resource", "f:live"), ("FunctionName", "f")), 1));
        Assert.Equal([null], Read(new MetricId("AWS/Lambda", "Errors", ("FunctionName", "f")), 1));
    }

    [Fact]
    public void Puts_the_values_of_a_period_together_and_leaves_out_the_periods_without_any()
    {
        _store.Add(_errors, _noon, 1);
        _store.Add(_errors, _noon.AddSeconds(59), 2);
        _store.Add(_errors, _noon.AddMinutes(4), 4);
        _store.Add(_errors, _noon.AddMinutes(11), 8);

        Assert.Equal([7, null, 8], Read(_errors, 5, 3));
        Assert.Equal([3, null, null, null, 4], Read(_errors, 1, 5));
    }

    [Fact]
    public void Forgets_what_is_older_than_a_day()
    {
        _store.Add(_errors, _noon, 1);
        _store.Add(_errors, _noon.AddDays(1).AddMinutes(1), 1);

        Assert.Equal([null], Read(_errors, 1));
    }

    [Fact]
    public void A_window_ends_where_it_is_told_and_a_graph_starts_on_full_periods()
    {
        var window = TimeGrid.EndingAt(_noon.AddMinutes(2), TimeSpan.FromMinutes(5), 2);
        var graph = TimeGrid.Over(TimeSpan.FromMinutes(12), TimeSpan.FromMinutes(5), _noon.AddMinutes(2));

        Assert.Equal((_noon.AddMinutes(-8), _noon.AddMinutes(-3)), (window.TimeOf(0), window.TimeOf(1)));
        Assert.Equal((_noon.AddMinutes(-10), 3), (graph.Start, graph.Count));
    }

    private double?[] Read(MetricId metric, int minutes, int count = 1) =>
        _store.Read(metric, _sum, new TimeGrid(_noon, TimeSpan.FromMinutes(minutes), count));
}
