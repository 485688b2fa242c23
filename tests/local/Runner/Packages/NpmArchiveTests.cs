using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using WorkoutLog.Local.Runner.Packages;

namespace WorkoutLog.Local.Tests.Runner.Packages;

public sealed class NpmArchiveTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workout-test-");
    private readonly string _file;

    public NpmArchiveTests()
    {
        _file = Path.Combine(_folder.FullName, "demo-1.0.0.tgz");
        using var stream = File.Create(_file);
        using var zip = new GZipStream(stream, CompressionLevel.Fastest);
        using var tar = new TarWriter(zip);
        foreach (var name in new[] { "package/package.json", "package/dist/demo.mjs", "package/dist/demo.mjs.map" })
        {
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(name)) });
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Refuses_a_package_that_is_not_the_pinned_one()
    {
        await new NpmArchive(Package(Sum()), _file).VerifyAsync(CancellationToken.None);

        var error = await Assert.ThrowsAsync<UserErrorException>(() => new NpmArchive(Package("other"), _file).VerifyAsync(CancellationToken.None));

        Assert.Equal($"demo 1.0.0 from the npm registry is not the pinned package: its SHA-512 is {Sum()}, expected other.", error.Message);
    }

    [Fact]
    public async Task Unpacks_only_what_is_kept()
    {
        await new NpmArchive(Package(Sum()) with { File = "demo.mjs" }, _file).UnpackAsync(_folder.FullName, CancellationToken.None);

        Assert.Equal(["demo.mjs"], Directory.GetFiles(Path.Combine(_folder.FullName, "package", "dist")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Unpacks_everything_where_no_file_is_named()
    {
        await new NpmArchive(Package(Sum()), _file).UnpackAsync(_folder.FullName, CancellationToken.None);

        Assert.Equal(3, Directory.GetFiles(Path.Combine(_folder.FullName, "package"), "*", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public async Task Says_that_the_file_is_not_there()
    {
        var archive = new NpmArchive(Package(Sum()) with { File = "other.mjs" }, _file);

        var error = await Assert.ThrowsAsync<UserErrorException>(() => archive.UnpackAsync(_folder.FullName, CancellationToken.None));

        Assert.Equal("demo 1.0.0 holds no package/dist/other.mjs.", error.Message);
    }

    private string Sum() => Convert.ToBase64String(SHA512.HashData(File.ReadAllBytes(_file)));

    private static NpmPackage Package(string integrity) =>
        new("demo", "1.0.0", integrity) { Title = "Demo", Size = "1 kB", CacheName = "demo", Folder = "package/dist" };
}
