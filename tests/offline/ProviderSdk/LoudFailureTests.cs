using WorkoutLog.Offline.ProviderSdk;

namespace WorkoutLog.Offline.Tests.ProviderSdk;

public sealed class LoudFailureTests : IDisposable
{
    private readonly DemoPackage _demo = new();

    /// <summary>A change of the package or of the list, and the resulting problem: <c>problems.txt</c>, five lines each.</summary>
    public static IEnumerable<object[]> Changes =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "ProviderSdk", "problems.txt")).Chunk(5).Select(lines => lines[..4]);

    public void Dispose() => _demo.Dispose();

    [Theory, MemberData(nameof(Changes))]
    public void Reports_the_problem_and_its_location(string file, string old, string replacement, string expected)
    {
        var isList = file == "the list";
        if (isList)
        {
            _demo.WriteList(DemoPackage.List.Replace(old, replacement, StringComparison.Ordinal));
        }
        else
        {
            _demo.Change(file, old, replacement);
        }

        var problems = _demo.Problems();

        Assert.Equal(expected, problems[0]);
        Assert.True(isList || problems.Count == 1);
    }

    [Fact]
    public void Reports_all_problems_together_and_writes_nothing()
    {
        _demo.Change("types/input.d.ts", "strong?: pulumi.Input<boolean | undefined>", "strong: (side: string) => void");
        _demo.Change("store/shelf.d.ts", "count: pulumi.Output<number | undefined>", "count: pulumi.Output<Date>");

        Assert.Equal(
            [
                "demo:store/shelf:Shelf Shelf.count: `Date`: "
                    + "this name is not known here; extend TypeTranslator, or leave the type out of the list",
                "demo:store/shelf:Shelf ShelfBoard.strong: `(side: string) => void`: "
                    + "this shape has no translation; extend TypeTranslator, or leave the type out of the list",
            ],
            _demo.Problems());
        Assert.False(Directory.Exists(_demo.Output));
    }

    [Fact]
    public void Requires_the_folder_of_an_npm_package()
    {
        var exception = Assert.Throws<GenerationException>(
            () => ProviderSdkGenerator.Generate(_demo.Options with { Declarations = Path.GetTempPath() }));

        Assert.Equal("package.json is missing; pass the folder of the unpacked npm package", Assert.Single(exception.Problems).Advice);
    }
}
