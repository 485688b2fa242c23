namespace WorkoutLog.Offline.Tests.ProviderSdk;

public sealed class EmissionTests : IDisposable
{
    private readonly DemoPackage _demo = new();

    public void Dispose() => _demo.Dispose();

    /// <summary>The parts that each file must have: <c>emitted.txt</c>, a paragraph for each file below its path.</summary>
    public static TheoryData<string, string[]> Files
    {
        get
        {
            var files = new TheoryData<string, string[]>();
            var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "ProviderSdk", "emitted.txt"));
            foreach (var lines in text.TrimEnd('\n').Split("\n\n").Select(paragraph => paragraph.Split('\n')))
            {
                files.Add(lines[0], lines[1..]);
            }

            return files;
        }
    }

    [Theory, MemberData(nameof(Files))]
    public void Writes_each_kind_of_member_as_the_real_package_has_it(string file, string[] parts)
    {
        var text = _demo.Emitted(file);

        Assert.All(parts, part => AssertHas(text, part));
    }

    [Fact]
    public void Lets_arguments_be_left_out_when_the_declared_constructor_does()
    {
        _demo.Change("store/shelf.d.ts", "args: ShelfArgs", "args?: ShelfArgs");

        AssertHas(_demo.Emitted("StoreRoom/Shelf.cs"), "public Shelf(string name, ShelfArgs? args = null, CustomResourceOptions? options = null)");
    }

    // Line breaks and indentation are not looked at.
    private static void AssertHas(string text, string expected) => Assert.Contains(
        expected, string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
}
