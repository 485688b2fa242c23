using System.Security.Cryptography;

namespace WorkoutLog.Local.Tests.EndToEnd;

public class PackageTests
{
    private static readonly string[] _functions = ["ProcessWorkout", "QueryWorkouts"];

    [Fact]
    public async Task Prints_the_sums_of_the_archives_that_are_as_their_sources_say()
    {
        var archives = Path.Combine(Repository.Find(AppContext.BaseDirectory).Root, "artifacts", "functions");

        var (exitCode, output, error) = await CommandLine.RunAsync("package");

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Equal(
            _functions.Select(name =>
                $"{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(archives, $"{name}.zip"))))}  artifacts/functions/{name}.zip"),
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
