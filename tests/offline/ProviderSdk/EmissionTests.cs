namespace WorkoutLog.Offline.Tests.ProviderSdk;

public sealed class EmissionTests : IDisposable
{
    private readonly DemoPackage _demo = new();

    public void Dispose() => _demo.Dispose();

    /// <summary>The parts that each file must contain: <c>emitted.txt</c>, one paragraph per file, below its path.</summary>
    public static IEnumerable<object[]> Files =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "ProviderSdk", "emitted.txt")).TrimEnd('\n').Split("\n\n")
            .Select(paragraph => paragraph.Split('\n'))
            .Select(lines => new object[] { lines[0], lines[1..] });

    [Theory, MemberData(nameof(Files))]
    public void Writes_each_kind_of_member_as_the_real_package_has_it(string file, string[] parts)
    {
        var text = _demo.Emitted(file);

        Assert.All(parts, part => AssertHas(text, part));
    }

    [Fact]
    public void Makes_arguments_optional_when_the_declared_constructor_does()
    {
        _demo.Change("store/shelf.d.ts", "args: ShelfArgs", "args?: ShelfArgs");

        AssertHas(_demo.Emitted("StoreRoom/Shelf.cs"), "public Shelf(string name, ShelfArgs? args = null, CustomResourceOptions? options = null)");
    }

    [Fact]
    public void The_same_declarations_give_the_same_bytes_in_any_order()
    {
        using var other = new DemoPackage();
        other.WriteList(string.Join('\n', DemoPackage.List.Split('\n').Reverse()));
        _demo.Generate();
        other.Generate();

        Assert.Equal(Contents(_demo.Output), Contents(other.Output));
    }

    [Fact]
    public void An_unchanged_file_is_not_touched_and_a_type_that_is_no_longer_listed_is_deleted()
    {
        _demo.Generate();
        var file = Path.Combine(_demo.Output, "GetPlace.cs");
        File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch);

        var again = _demo.Generate();
        var touched = File.GetLastWriteTimeUtc(file);
        _demo.WriteList(DemoPackage.List.Replace("demo:index/getPlace:getPlace", string.Empty, StringComparison.Ordinal));
        var fewer = _demo.Generate();

        Assert.Equal(DateTime.UnixEpoch, touched);
        Assert.EndsWith(" 0 written, 0 deleted", again, StringComparison.Ordinal);
        Assert.EndsWith(" 0 written, 1 deleted", fewer, StringComparison.Ordinal);
        Assert.False(File.Exists(file));
    }

    private static SortedDictionary<string, string> Contents(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(folder, file), File.ReadAllText));

    // Ignores line breaks and indentation.
    private static void AssertHas(string text, string expected) => Assert.Contains(
        expected, string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
}
