using WorkoutLog.Bench.Charts;
using WorkoutLog.Local;

namespace WorkoutLog.Bench.Tests.Charts;

public sealed class ChartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("workout-test-").FullName;

    public static TheoryData<string> Kinds => ["bars", "growth", "throughput"];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory, MemberData(nameof(Kinds))]
    public async Task Is_deterministic_and_self_contained_on_a_white_background(string kind)
    {
        var svg = await RenderAsync(Of(kind), "chart.svg");

        Assert.Equal(svg, await RenderAsync(Of(kind), "again.svg"));
        Assert.Contains("fill=\"#ffffff\"", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("href=", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("@font-face", svg, StringComparison.Ordinal);
        Assert.InRange(svg.Length, 1_000, 40_000);
    }

    [Fact]
    public async Task Shows_names_labels_and_powers_of_ten_and_escapes_markup()
    {
        var (bars, growth) = (await RenderAsync(Samples.Bars("a < b & {c}"), "bars.svg"), await RenderAsync(Samples.Growth(), "growth.svg"));

        Assert.All(
            ["a &lt; b &amp; {c}", "Python, tutorial", "1,163 (25.7 ×)", "CPU of a warm POST, ms"], text => Assert.Contains($">{text}<", bars, StringComparison.Ordinal));
        Assert.All(["10", "100", "1,000", "10,000", "100,000"], mark => Assert.Contains($">{mark}<", growth, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(10, 1000, 1000, 1000, 10_000)]
    [InlineData(10, 1.9, 7300, 1, 10_000)]
    [InlineData(10, 0.02, 0.5, 0.01, 1)]
    [InlineData(2, 1, 64, 1, 64)]
    [InlineData(2, 3, 5, 2, 8)]
    public void Ranges_from_power_to_power(int logBase, double least, double most, double min, double max)
    {
        var range = new ChartAxis("ms", logBase).Range([most, least]);

        Assert.Equal(min, range.Min, 1e-12);
        Assert.Equal(max, range.Max, 1e-9);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void Rejects_a_value_without_a_logarithm(double value) => Assert.Equal(
        "The axis 'ms' is logarithmic; its values must be above 0. (Parameter 'values')",
        Assert.Throws<ArgumentException>(() => new ChartAxis("ms").Range([1, value])).Message);

    [Fact]
    public void A_chart_without_a_curve_or_a_bar_is_rejected()
    {
        Assert.Equal(
            "A chart needs 1 to 6 curves, and a curve needs a point. (Parameter 'curves')",
            Assert.Throws<ArgumentException>(() => GrowthChart.Create("t", "s", new("x"), new("y"), [])).Message);
        Assert.Equal(
            "A chart needs a panel, and a panel needs a bar. (Parameter 'panels')",
            Assert.Throws<ArgumentException>(() => BarChart.Create("t", "s", [new("p", [])])).Message);
    }

    private static Chart Of(string kind) => kind switch
    {
        "bars" => Samples.Bars(),
        "growth" => Samples.Growth(),
        _ => Samples.Throughput(),
    };

    private async Task<string> RenderAsync(Chart chart, string name)
    {
        var path = Path.Combine(_folder, name);
        await chart.RenderAsync(Repository.Find(AppContext.BaseDirectory), path, _ => { }, CancellationToken.None);
        return await File.ReadAllTextAsync(path);
    }
}
