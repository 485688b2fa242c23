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
    public void Aggregates_the_values_of_a_period_omits_empty_periods_and_drops_values_older_than_a_day()
    {
        _store.Add(_errors, _noon, 1);
        _store.Add(_errors, _noon.AddSeconds(59), 2);
        _store.Add(_errors, _noon.AddMinutes(4), 4);
        _store.Add(_errors, _noon.AddMinutes(11), 8);

        Assert.Equal([7, null, 8], Read(_errors, 5, 3));
        Assert.Equal([3, null, null, null, 4], Read(_errors, 1, 5));
        _store.Add(_errors, _noon.AddDays(1).AddMinutes(1), 1);
        Assert.Equal([null], Read(_errors, 1));
    }

    [Fact]
    public void A_window_ends_at_a_given_time_and_a_graph_starts_on_full_periods()
    {
        var window = TimeGrid.EndingAt(_noon.AddMinutes(2), TimeSpan.FromMinutes(5), 2);
        var graph = TimeGrid.Over(TimeSpan.FromMinutes(12), TimeSpan.FromMinutes(5), _noon.AddMinutes(2));

        Assert.Equal((_noon.AddMinutes(-8), _noon.AddMinutes(-3)), (window.TimeOf(0), window.TimeOf(1)));
        Assert.Equal((_noon.AddMinutes(-10), 3), (graph.Start, graph.Count));
    }

    [Theory]
    [InlineData(60, 90)]
    [InlineData(1, 5_400)]
    public async Task A_clock_scales_with_its_minute_and_does_not_wait_for_past_times(int secondsOfAMinute, int expectedSeconds)
    {
        var clock = new ManualClock();
        var metricTime = new MetricClock(clock, TimeSpan.FromSeconds(secondsOfAMinute));
        var start = metricTime.Now;
        clock.Advance(TimeSpan.FromSeconds(90));

        Assert.Equal(TimeSpan.FromSeconds(expectedSeconds), metricTime.Now - start);
        Assert.Equal(metricTime.Now, metricTime.Of(clock.GetUtcNow()));
        await metricTime.WaitAsync(metricTime.Now, CancellationToken.None);
    }

    private double?[] Read(MetricId metric, int minutes, int count = 1) => _store.Read(metric, _sum, new TimeGrid(_noon, TimeSpan.FromMinutes(minutes), count));
}

public sealed class ValueSetTests
{
    private static readonly Arbitrary<int[]> _values = Gen.Choose(-5_000, 5_000).NonEmptyListOf().Select(list => list.ToArray()).ToArbitrary();

    [Theory]
    [InlineData("Sum", 110)]
    [InlineData("Average", 22)]
    [InlineData("Minimum", 1)]
    [InlineData("Maximum", 100)]
    [InlineData("SampleCount", 5)]
    [InlineData("p50", 3)]
    [InlineData("p80", 4)]
    [InlineData("p80.1", 100)]
    [InlineData("p100", 100)]
    public void Computes_the_statistics(string statistic, double expected) => Assert.Equal(expected, Statistic.Parse(statistic).Of(Of(4, 1, 100, 2, 3)));

    [Theory]
    [InlineData("p0")]
    [InlineData("p101")]
    [InlineData("tm99")]
    [InlineData("sum")]
    public void Rejects_other_statistics(string statistic) => Assert.Equal(
        $"A local run does not support the statistic '{statistic}'; it supports Sum, Average, Minimum, Maximum, SampleCount and percentiles such as p99.",
        Refusal.Of(() => Statistic.Parse(statistic)));

    [Fact]
    public void Has_no_percentile_of_values_known_only_by_their_statistics()
    {
        var values = new ValueSet();
        values.AddStatistics(sum: 6, minimum: 1, maximum: 3, count: 3);

        Assert.Equal((null, 6, 1, 3, 3), (values.Percentile(0.5), values.Sum, values.Minimum, values.Maximum, values.Count));
    }

    [Fact]
    public void A_percentile_is_one_of_the_values_and_at_least_its_share_of_them_is_at_or_below_it() => Prop.ForAll(
        _values,
        Gen.Choose(1, 100).ToArbitrary(),
        (values, percent) =>
        {
            // So few that they are kept as they are.
            int[] some = [.. values.Take(400)];
            var percentile = Of(some).Percentile(percent / 100.0)!.Value;
            return some.Contains((int)percentile)
                && some.Count(value => value <= percentile) * 100 >= percent * some.Length && some.Count(value => value < percentile) * 100 < percent * some.Length;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_very_many_different_values_a_percentile_is_off_by_half_a_percent_at_most() => Prop.ForAll(
        Gen.Choose(1, 1_000_000).ArrayOf(3_000).ToArbitrary(),
        Gen.Choose(1, 100).ToArbitrary(),
        (values, percent) =>
        {
            var exact = values.Order().ElementAt((int)Math.Ceiling(percent * values.Length / 100.0) - 1);
            return Math.Abs(Of(values).Percentile(percent / 100.0)!.Value - exact) <= (0.0051 * exact) + 1e-9;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Two_sets_together_are_the_set_of_both() => Prop.ForAll(_values, _values, (one, other) =>
    {
        var together = Of(one);
        together.Add(Of(other));

        var both = Of([.. one, .. other]);
        return (together.Sum, together.Count, together.Minimum, together.Maximum) == (both.Sum, both.Count, both.Minimum, both.Maximum)
            && together.Percentile(0.9) == both.Percentile(0.9);
    }).QuickCheckThrowOnFailure();

    private static ValueSet Of(params int[] values)
    {
        var set = new ValueSet();
        Array.ForEach(values, value => set.Add(value));
        return set;
    }
}
