namespace WorkoutLog.Local.Tests.EndToEnd;

/// <summary>The command line as a process of its own.</summary>
internal static class CommandLine
{
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(5);

    /// <summary>Runs a command in a repository that nobody else uses.</summary>
    public static Task<(int ExitCode, string StandardOutput, string StandardError)> RunAsync(params string[] arguments) => RunAsync(_ => { }, arguments);

    /// <param name="prepare">Changes the repository, in this folder, before the start.</param>
    public static async Task<(int ExitCode, string StandardOutput, string StandardError)> RunAsync(Action<string> prepare, params string[] arguments)
    {
        var temporary = Directory.CreateTempSubdirectory("workout-test-");
        try
        {
            var repository = Path.Combine(temporary.FullName, "repository");
            LocalRepository.Create(repository);
            prepare(repository);
            return await RunInAsync(repository, temporary.FullName, arguments);
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    /// <param name="repository">Where the command runs.</param>
    /// <param name="temporary">For its temporary files.</param>
    public static async Task<(int ExitCode, string StandardOutput, string StandardError)> RunInAsync(string repository, string temporary, params string[] arguments)
    {
        using var process = Process.Start(StartInfo(repository, temporary, arguments))!;
        using var limit = new CancellationTokenSource(_limit);
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var error = process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, await output, await error);
    }

    public static ProcessStartInfo StartInfo(string repository, string temporary, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "workout.dll"), .. arguments])
        {
            WorkingDirectory = repository,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["TMPDIR"] = temporary;
        return start;
    }
}

/// <summary>A repository with no more than a run needs, so that a run leaves its traces there and not where people work.</summary>
internal static class LocalRepository
{
    /// <summary>Makes it in a folder that is not there yet.</summary>
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

/// <summary>Who started whom, as the kernel tells.</summary>
internal static class ProcessTree
{
    /// <returns>Process ids of all children, and theirs.</returns>
    public static IEnumerable<int> DescendantsOf(int parent) => Directory.GetDirectories($"/proc/{parent}/task")
        .SelectMany(thread => File.ReadAllText(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Select(id => int.Parse(id, CultureInfo.InvariantCulture))
        .SelectMany(child => DescendantsOf(child).Prepend(child));
}
