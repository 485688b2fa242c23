namespace WorkoutLog.Offline.Tests.ProviderSdk;

public sealed class OutputFolderTests : IDisposable
{
    private readonly DemoPackage _demo = new();

    public void Dispose() => _demo.Dispose();

    [Fact]
    public void The_same_declarations_give_the_same_bytes()
    {
        using var other = new DemoPackage();
        _demo.Generate();
        other.Generate();

        var first = Contents(_demo.Output);
        var second = Contents(other.Output);

        Assert.Equal(first, second);
    }

    [Fact]
    public void The_order_of_the_list_does_not_matter()
    {
        _demo.Generate();
        var first = Contents(_demo.Output);
        _demo.WriteList(string.Join('\n', DemoPackage.List.Split('\n').Reverse()));

        _demo.Generate();

        Assert.Equal(first, Contents(_demo.Output));
    }

    [Fact]
    public void An_unchanged_file_is_not_touched()
    {
        _demo.Generate();
        var file = Path.Combine(_demo.Output, "GetPlace.cs");
        File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch);

        var report = _demo.Generate();

        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(file));
        Assert.EndsWith(" 0 written, 0 deleted", report, StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_that_is_no_longer_listed_is_deleted()
    {
        _demo.Generate();
        _demo.WriteList(DemoPackage.List.Replace("demo:index/getPlace:getPlace", string.Empty, StringComparison.Ordinal));

        var report = _demo.Generate();

        Assert.EndsWith(" 0 written, 1 deleted", report, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_demo.Output, "GetPlace.cs")));
    }

    private static SortedDictionary<string, string> Contents(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(folder, file), File.ReadAllText));
}
