using System.Diagnostics;
using Pulumi;

namespace WorkoutLog.Local.Graph;

/// <summary>Builds and loads a program other than the repository's own, by the folder of its <c>Pulumi.yaml</c>.</summary>
public static class OtherProgram
{
    /// <param name="folder">With one project that has one stack, whose constructor takes <see cref="StackOptions"/>.</param>
    /// <exception cref="UserErrorException">There is no such program, or it can't be built.</exception>
    public static async Task<Repository> LoadAsync(string folder, string clone, CancellationToken cancellation)
    {
        var program = Find(folder, clone);
        if (Directory.GetFiles(program.Root, "*.csproj") is not [var project])
        {
            throw new UserErrorException($"{folder} must hold one project (.csproj) beside its Pulumi.yaml.");
        }

        var assembly = Assembly.LoadFrom(await BuildAsync(project, cancellation).ConfigureAwait(false));
        return assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(Stack))).ToArray() is [var stack]
            ? program with { Stack = stack }
            : throw new UserErrorException($"{Path.GetFileName(project)} must have one public subclass of {typeof(Stack)}.");
    }

    /// <exception cref="UserErrorException">There is no program in the folder.</exception>
    public static Repository Find(string folder, string clone)
    {
        // As documented, a path from the repository's root works in every folder.
        var program = new Repository(Path.GetFullPath(folder, Directory.Exists(folder) ? Environment.CurrentDirectory : clone)) { CloneRoot = clone };
        return File.Exists(program.ProjectFile) ? program : throw new UserErrorException($"There is no Pulumi.yaml in {folder}.");
    }

    // Prints the assembly's path on success, else the errors.
    private static async Task<string> BuildAsync(string project, CancellationToken cancellation)
    {
        var info = new ProcessStartInfo(
            "dotnet", ["msbuild", project, "-restore", "-t:Build", "-nologo", "-v:q", "-nodeReuse:false", "-p:SkipChecks=true", "-getProperty:TargetPath"])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(info)!;
        using var end = cancellation.Register(() => process.Kill(entireProcessTree: true));
        var output = (await process.StandardOutput.ReadToEndAsync(CancellationToken.None).ConfigureAwait(false)).Trim();
        await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        return process.ExitCode == 0 ? output : throw new UserErrorException($"The program can't be built.{Environment.NewLine}{output}");
    }
}
