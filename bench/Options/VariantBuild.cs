using WorkoutLog.Bench.Tools;
using WorkoutLog.Local;
using WorkoutLog.Packaging;

namespace WorkoutLog.Bench.Options;

/// <summary>Packages the function that is measured with a property of the build changed.</summary>
internal static class VariantBuild
{
    /// <returns>Folder that the archive's path in the graph starts from.</returns>
    /// <exception cref="UserErrorException">The build failed.</exception>
    public static async Task<string> MakeAsync(Repository repository, BuildOption option, string folder, CancellationToken cancellation)
    {
        if (option.Properties.Count == 0)
        {
            return repository.Root;
        }

        string[] arguments =
        [
            "build", Path.Combine("functions", "Functions.proj"), "-restore", "-nologo", "-v", "q",
            $"-p:ArtifactsPath={Path.Combine(folder, "artifacts")}",
            $"-p:Functions={FunctionNames.ProcessWorkout}",
            .. option.Properties.Select(property => $"-p:{property}"),
        ];
        await Tool.RunAsync(Tool.Find("dotnet", "builds the functions", "dotnet-sdk-10.0"), arguments, repository.Root, "", cancellation);
        return folder;
    }
}
