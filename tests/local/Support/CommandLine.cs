namespace WorkoutLog.Local.Tests;

/// <summary>The command line as a separate process.</summary>
internal static class CommandLine
{
    /// <summary>Runs a command in its own repository.</summary>
    public static Task<(int ExitCode, string StandardOutput, string StandardError)> RunAsync(params string[] arguments) => RunAsync(_ => { }, arguments);

    /// <param name="prepare">Changes the repository in the given folder before the start.</param>
    public static async Task<(int ExitCode, string StandardOutput, string StandardError)> RunAsync(Action<string> prepare, params string[] arguments)
    {
        using var folder = new Sandbox();
        LocalRepository.Create(folder.PathOf("repository"));
        prepare(folder.PathOf("repository"));
        return await In(folder, arguments).RunAsync();
    }

    /// <param name="folder">Contains the repository where the command runs, and its temporary files.</param>
    public static Tool In(Sandbox folder, params string[] arguments) => Tool.Workout(arguments) with { Folder = folder.PathOf("repository"), Variables = [("TMPDIR", folder.Root)] };
}

/// <summary>A repository with only the files that a run needs, so that a run writes there and not to the checkout.</summary>
internal static class LocalRepository
{
    /// <summary>Creates it in a new folder.</summary>
    public static void Create(string folder)
    {
        var original = Repository.Find(AppContext.BaseDirectory);
        Directory.CreateDirectory(Path.Combine(folder, "artifacts"));
        foreach (var file in Directory.EnumerateFiles(original.Root, "Pulumi*.yaml"))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        Directory.CreateSymbolicLink(Path.Combine(folder, "docs"), Path.Combine(original.Root, "docs"));
        Directory.CreateSymbolicLink(Path.Combine(folder, "artifacts", "functions"), Path.Combine(original.Root, "artifacts", "functions"));
    }
}

/// <summary>The process tree, from the kernel.</summary>
internal static class ProcessTree
{
    /// <returns>Process ids of all descendants.</returns>
    public static IEnumerable<int> DescendantsOf(int parent) => Directory.GetDirectories($"/proc/{parent}/task")
        .SelectMany(thread => File.ReadAllText(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Select(id => int.Parse(id, CultureInfo.InvariantCulture)).SelectMany(child => DescendantsOf(child).Prepend(child));
}
