using System.Security.Cryptography;
using WorkoutLog.Bench.Tools;
using WorkoutLog.Local;
using WorkoutLog.Local.Runner;

namespace WorkoutLog.Bench.Options;

/// <summary>The measured function, packaged with one option.</summary>
/// <param name="Root">Base folder of the archive's path.</param>
/// <param name="Function">As a stack with this archive would declare it.</param>
internal sealed record VariantBuild(string Root, FunctionDeclaration Function)
{
    public string Archive => Path.Combine(Root, Function.ArchivePath);

    /// <param name="shipped">As the stack declares it.</param>
    /// <param name="folder">Receives the variant; must exist while the variant is used.</param>
    /// <exception cref="UserErrorException">The build failed.</exception>
    public static async Task<VariantBuild> MakeAsync(
        Repository repository, FunctionDeclaration shipped, BuildOption option, string folder, CancellationToken cancellation)
    {
        if (option.Properties.Count == 0)
        {
            return new VariantBuild(repository.Root, shipped);
        }

        string[] arguments =
        [
            "build", Path.Combine("functions", "Functions.proj"), "-restore", "-nologo", "-v", "q",
            $"-p:ArtifactsPath={Path.Combine(folder, "artifacts")}",
            $"-p:Functions={shipped.Name}",
            .. option.Properties.Select(property => $"-p:{property}"),
        ];
        await Tool.RunAsync(Tool.Find("dotnet", "builds the functions", "dotnet-sdk-10.0"), arguments, repository.Root, "", cancellation);
        return await OfAsync(shipped, folder, cancellation);
    }

    /// <summary>The variant built into a folder; its archive's checksum differs from the stack's.</summary>
    public static async Task<VariantBuild> OfAsync(FunctionDeclaration shipped, string root, CancellationToken cancellation)
    {
        await using FileStream archive = File.OpenRead(Path.Combine(root, shipped.ArchivePath));
        return new VariantBuild(root, shipped with { ArchiveSha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(archive, cancellation)) });
    }
}
