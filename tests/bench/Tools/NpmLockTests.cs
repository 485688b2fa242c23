using System.Text.Json.Nodes;
using WorkoutLog.Local;

namespace WorkoutLog.Bench.Tests.Tools;

public sealed class NpmLockTests
{
    private static readonly string _bench = Path.Combine(Repository.Find(AppContext.BaseDirectory).Root, "bench");

    [Fact]
    public void Pins_exact_versions() => Assert.All(Read("package.json")["devDependencies"]!.AsObject(),
        package => Assert.Matches(@"^\d+\.\d+\.\d+$", package.Value!.GetValue<string>()));

    [Fact]
    public void Names_a_checksum_for_each_package_and_no_registry()
    {
        var packages = Read("package-lock.json")["packages"]!.AsObject().Where(package => package.Key.Length > 0);

        Assert.All(packages, package => Assert.StartsWith("sha512-", package.Value!["integrity"]!.GetValue<string>(), StringComparison.Ordinal));
        Assert.All(packages, package => Assert.Null(package.Value!["resolved"]));
    }

    private static JsonNode Read(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(_bench, file)))!;
}
