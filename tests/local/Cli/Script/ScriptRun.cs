namespace WorkoutLog.Local.Tests.Cli.Script;

/// <summary>The script in a repository of its own, on a machine that has only what a test gives it.</summary>
internal sealed class ScriptRun : IDisposable
{
    // What every system has, and what finds programs for the tests: nothing of it is a requirement.
    private static readonly string[] _basics =
    [
        "awk", "base64", "basename", "bash", "cat", "cksum", "cut", "df", "dirname", "env", "find", "grep", "head", "id", "kill", "mkdir", "mktemp", "mv", "od", "readlink", "rm",
        "sed", "sha512sum", "sleep", "sort", "tail", "tar", "tee", "timeout", "touch", "tr", "uname", "wc",
    ];

    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(2);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workout-test-");

    public ScriptRun()
    {
        var original = Repository.Find(AppContext.BaseDirectory).Root;
        Directory.CreateDirectory(PathOf("bin"));
        foreach (var part in (string[])["workout", "scripts", "global.json", "Directory.Packages.props", "Directory.Build.targets", "functions", "offline"])
        {
            // The script finds its folder through links, so it is a copy; what it reads may be a link.
            if (part == "workout")
            {
                File.Copy(Path.Combine(original, part), PathOf(part));
            }
            else
            {
                Directory.CreateSymbolicLink(PathOf(part), Path.Combine(original, part));
            }
        }

        foreach (var program in _basics)
        {
            File.CreateSymbolicLink(PathOf("bin", program), ((string[])["/usr/bin", "/bin"]).Select(folder => Path.Combine(folder, program)).First(File.Exists));
        }
    }

    public string PathOf(params string[] parts) => Path.Combine([_folder.FullName, .. parts]);

    /// <summary>Gives the machine a program.</summary>
    /// <param name="body">In Bash.</param>
    public void Give(string program, string body)
    {
        File.WriteAllText(PathOf("bin", program), $"#!/bin/bash\n{body}\n");
        File.SetUnixFileMode(PathOf("bin", program), UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(PathOf("workout"), arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder.FullName };
        start.Environment["PATH"] = PathOf("bin");
        start.Environment["HOME"] = _folder.FullName;
        start.Environment.Remove("WORKOUT_PACKAGES");
        return Process.Start(start)!;
    }

    public async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        return await EndAsync(process);
    }

    public static async Task<(int ExitCode, string Output, string Errors)> EndAsync(Process process)
    {
        using var limit = new CancellationTokenSource(_limit);
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, await output, await errors);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
