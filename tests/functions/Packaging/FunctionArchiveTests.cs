using System.IO.Compression;
using WorkoutLog.Packaging;

namespace WorkoutLog.Functions.Tests.Packaging;

public sealed class FunctionArchiveTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workout-log-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Holds_one_executable_entry_point()
    {
        FunctionArchive.Write(Executable("one", "code"), Archive("a"));

        using var zip = ZipFile.OpenRead(Archive("a"));
        var entry = Assert.Single(zip.Entries);
        Assert.Equal("bootstrap", entry.FullName);
        Assert.Equal(0x81ED, entry.ExternalAttributes >>> 16);
        using var reader = new StreamReader(entry.Open());
        Assert.Equal("code", reader.ReadToEnd());
    }

    [Fact]
    public void The_same_executable_gives_the_same_bytes_whenever_it_was_built()
    {
        var first = Executable("one", "code");
        var second = Executable("two", "code");
        File.SetLastWriteTimeUtc(second, new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));

        FunctionArchive.Write(first, Archive("a"));
        FunctionArchive.Write(second, Archive("b"));

        Assert.Equal(File.ReadAllBytes(Archive("a")), File.ReadAllBytes(Archive("b")));
    }

    [Fact]
    public void Leaves_an_archive_that_would_not_change()
    {
        var executable = Executable("one", "code");
        Assert.True(FunctionArchive.Write(executable, Archive("a")));

        Assert.False(FunctionArchive.Write(executable, Archive("a")));

        File.WriteAllText(executable, "other code");
        Assert.True(FunctionArchive.Write(executable, Archive("a")));
    }

    private string Executable(string name, string content)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, content);
        return path;
    }

    private string Archive(string name) => Path.Combine(_folder.FullName, "out", $"{name}.zip");
}
