using System.Diagnostics;
using System.Security.Cryptography;
using WorkoutLog.Local;

namespace WorkoutLog.Functions.Tests.Packaging;

/// <summary>Builds the functions a second time, in another folder, as a colleague or a build server would.</summary>
public sealed class ReproducibleBuildTests : IDisposable
{
    // The native compiler takes half of the test's time; both functions are built the same way, so one is enough.
    private const string Function = "QueryWorkouts";

    private static readonly string[] _sources = ["functions", "offline/Amazon.Lambda"];

    private readonly string _copy = Directory.CreateTempSubdirectory("workout-log-other-folder-").FullName;

    public void Dispose() => Directory.Delete(_copy, recursive: true);

    [Fact]
    public async Task Two_builds_in_two_folders_give_the_same_archive()
    {
        var repository = Repository.Find(AppContext.BaseDirectory).Root;
        CopySources(repository);

        await BuildAsync(_copy);

        Assert.Equal(Sha256(repository), Sha256(_copy));
    }

    private void CopySources(string repository)
    {
        var files = _sources.SelectMany(source => Directory.EnumerateFiles(Path.Combine(repository, source), "*", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(repository).Where(file => !file.EndsWith(".sln", StringComparison.Ordinal)))
            .Append(Path.Combine(repository, "offline", "StandIns.props"))
            .Append(Path.Combine(repository, ".workout", "packages.props"))
            .Where(File.Exists);
        foreach (var file in files)
        {
            var target = Path.Combine(_copy, Path.GetRelativePath(repository, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static async Task BuildAsync(string folder)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            ArgumentList = { "build", "functions/Functions.proj", $"-p:Functions={Function}", "-restore", "-nologo", "-v", "q", "-m", "-nodeReuse:false" },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var build = Process.Start(start)!;
        var output = build.StandardOutput.ReadToEndAsync();
        var errors = build.StandardError.ReadToEndAsync();
        await build.WaitForExitAsync();
        Assert.True(build.ExitCode == 0, await output + await errors);
    }

    private static string Sha256(string repository) =>
        Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(repository, "artifacts", "functions", $"{Function}.zip"))));
}
