using System.IO.Compression;
using WorkoutLog.Packaging;

namespace WorkoutLog.Functions.Tests.Packaging;

public sealed class FunctionArchiveTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workout-log-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Contains_the_files_in_order_with_their_modes()
    {
        FunctionArchive.Write([new("roots.pem", Source("two", "roots")), new("bootstrap", Source("one", "code"), Executable: true)], Archive("a"));

        using var zip = ZipFile.OpenRead(Archive("a"));
        Assert.Equal(
            [("bootstrap", 0x81ED, "code"), ("roots.pem", 0x81A4, "roots")],
            zip.Entries.Select(entry => (entry.FullName, entry.ExternalAttributes >>> 16, Content(entry))));
    }

    [Fact]
    public void The_same_files_give_the_same_bytes_at_any_time_and_in_any_order()
    {
        var roots = new FunctionFile("roots.pem", Source("roots", "roots"));
        var (first, second) = (Source("one", "code"), Source("two", "code"));
        File.SetLastWriteTimeUtc(second, new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));

        FunctionArchive.Write([new("bootstrap", first), roots], Archive("a"));
        FunctionArchive.Write([roots, new("bootstrap", second)], Archive("b"));

        Assert.Equal(File.ReadAllBytes(Archive("a")), File.ReadAllBytes(Archive("b")));
    }

    [Fact]
    public void Leaves_an_unchanged_archive()
    {
        var code = new FunctionFile("bootstrap", Source("one", "code"));
        Assert.True(FunctionArchive.Write([code], Archive("a")));

        Assert.False(FunctionArchive.Write([code], Archive("a")));

        File.WriteAllText(code.Source, "other code");
        Assert.True(FunctionArchive.Write([code], Archive("a")));
    }

    private static string Content(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }

    private string Source(string name, string content)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, content);
        return path;
    }

    private string Archive(string name) => Path.Combine(_folder.FullName, "out", $"{name}.zip");
}
