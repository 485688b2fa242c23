using System.Text.Json.Nodes;
using WorkoutLog.Local;

namespace WorkoutLog.Bench.Tests.Tools;

public sealed class NpmLockTests
{
    private static readonly string _root = Repository.Find(AppContext.BaseDirectory).Root;

    [Theory]
    [InlineData("bench")]
    [InlineData("tests/clients")]
    public void Pins_exact_versions(string folder) => Assert.All(Read(folder, "package.json")["devDependencies"]!.AsObject(),
        package => Assert.Matches(@"^\d+\.\d+\.\d+$", package.Value!.GetValue<string>()));

    [Theory]
    [InlineData("bench")]
    [InlineData("tests/clients")]
    public void Has_a_checksum_for_each_package_and_no_registry(string folder)
    {
        var packages = Read(folder, "package-lock.json")["packages"]!.AsObject().Where(package => package.Key.Length > 0);

        Assert.All(packages, package => Assert.StartsWith("sha512-", package.Value!["integrity"]!.GetValue<string>(), StringComparison.Ordinal));
        Assert.All(packages, package => Assert.Null(package.Value!["resolved"]));
    }

    private static JsonNode Read(string folder, string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(_root, folder, file)))!;
}
