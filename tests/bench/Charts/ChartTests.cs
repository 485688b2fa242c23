using WorkoutLog.Bench.Charts;
using WorkoutLog.Local;

namespace WorkoutLog.Bench.Tests.Charts;

public sealed class ChartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("workout-test-").FullName;

    public static TheoryData<string> Kinds => ["bars", "growth", "throughput"];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Draws_the_same_file_again(string kind)
    {
        var first = await RenderAsync(Of(kind), "first.svg");

        Assert.Equal(first, await RenderAsync(Of(kind), "second.svg"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Stands_alone_on_a_white_ground(string kind)
    {
        var svg = await RenderAsync(Of(kind), "chart.svg");

        Assert.Contains("fill=\"#ffffff\"", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("href=", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("@font-face", svg, StringComparison.Ordinal);
        Assert.InRange(svg.Length, 1_000, 40_000);
    }

    [Fact]
    public async Task Shows_each_name_and_each_label()
    {
        var svg = await RenderAsync(Samples.Bars(), "bars.svg");

        Assert.All(["WorkoutLog, Native AOT", "Python, boto3", "1,163 (25.7×)", "CPU of a warm POST, ms"], text => Assert.Contains($">{text}<", svg, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Marks_each_power_of_a_logarithmic_axis()
    {
        var svg = await RenderAsync(Samples.Growth(), "growth.svg");

        Assert.All(["10", "100", "1,000", "10,000", "100,000"], mark => Assert.Contains($">{mark}<", svg, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Takes_the_signs_of_markup_as_text()
    {
        var svg = await RenderAsync(Samples.Bars("a < b & {c}"), "bars.svg");

        Assert.Contains(">a &lt; b &amp; {c}<", svg, StringComparison.Ordinal);
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
