using WorkoutLog.Bench.Charts;

namespace WorkoutLog.Bench.Tests.Charts;

public sealed class ChartAxisTests
{
    [Theory]
    [InlineData(10, 1000, 1000, 1000, 10_000)]
    [InlineData(10, 1.9, 7300, 1, 10_000)]
    [InlineData(10, 0.02, 0.5, 0.01, 1)]
    [InlineData(2, 1, 64, 1, 64)]
    [InlineData(2, 3, 5, 2, 8)]
    public void Goes_from_power_to_power(int logBase, double least, double most, double min, double max)
    {
        var range = new ChartAxis("ms", logBase).Range([most, least]);

        Assert.Equal(min, range.Min, 1e-12);
        Assert.Equal(max, range.Max, 1e-9);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void Refuses_what_has_no_logarithm(double value)
    {
        var error = Assert.Throws<ArgumentException>(() => new ChartAxis("ms").Range([1, value]));

        Assert.Equal("The axis 'ms' is logarithmic; its values must be above 0. (Parameter 'values')", error.Message);
    }

    [Fact]
    public void A_chart_without_a_curve_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => GrowthChart.Create("t", "s", new("x"), new("y"), []));

        Assert.Equal("A chart needs 1 to 6 curves, and a curve needs a point. (Parameter 'curves')", error.Message);
    }

    [Fact]
    public void A_chart_without_a_bar_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => BarChart.Create("t", "s", [new("p", [])]));

        Assert.Equal("A chart needs a panel, and a panel needs a bar. (Parameter 'panels')", error.Message);
    }
}
