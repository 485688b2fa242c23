using FsCheck;
using FsCheck.Fluent;
using WorkoutLog.Local.CloudWatch.Metrics;

namespace WorkoutLog.Local.Tests.CloudWatch.Metrics;

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
    public void Computes_the_statistics(string statistic, double expected) =>
        Assert.Equal(expected, Statistic.Parse(statistic).Of(Of(4, 1, 100, 2, 3)));

    [Theory]
    [InlineData("p0")]
    [InlineData("p101")]
    [InlineData("tm99")]
    [InlineData("sum")]
    public void Does_not_know_other_statistics(string statistic)
    {
        var error = Assert.Throws<UserErrorException>(() => Statistic.Parse(statistic));

        Assert.Equal(
            $"A local run does not compute the statistic '{statistic}'; it knows Sum, Average, Minimum, Maximum, SampleCount and percentiles such as p99.",
            error.Message);
    }

    [Fact]
    public void Has_no_percentile_of_values_of_which_it_knows_only_the_statistics()
    {
        var values = new ValueSet();

        values.AddStatistics(sum: 6, minimum: 1, maximum: 3, count: 3);

        Assert.Null(values.Percentile(0.5));
        Assert.Equal((6, 1, 3, 3), (values.Sum, values.Minimum, values.Maximum, values.Count));
    }

    [Fact]
    public void A_percentile_is_one_of_the_values_and_at_least_its_share_of_them_lies_at_or_below_it() => Prop.ForAll(
        _values,
        Gen.Choose(1, 100).ToArbitrary(),
        (values, percent) =>
        {
            // So few that they are kept as they are.
            int[] some = [.. values.Take(400)];
            var percentile = Of(some).Percentile(percent / 100.0)!.Value;

            return some.Contains((int)percentile)
                && some.Count(value => value <= percentile) * 100 >= percent * some.Length
                && some.Count(value => value < percentile) * 100 < percent * some.Length;
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
        foreach (var value in values)
        {
            set.Add(value);
        }

        return set;
    }
}
