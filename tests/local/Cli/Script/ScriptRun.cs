namespace WorkoutLog.Local.Tests.Cli.Script;

/// <summary>The script in its own repository, with only the programs that a test provides.</summary>
public class ScriptRun : Sandbox
{
    // Standard programs of every system; none of them is a listed requirement.
    private static readonly string[] _basics =
    [
        "awk", "base64", "basename", "bash", "cat", "cksum", "cut", "df", "dirname", "env", "find", "flock", "grep", "head", "id", "kill", "mkdir", "mktemp", "mv", "od", "readlink", "rm",
        "sed", "sha512sum", "sleep", "sort", "tail", "tar", "tee", "timeout", "touch", "tr", "uname", "wc",
    ];

    public ScriptRun()
    {
        var original = Repository.Find(AppContext.BaseDirectory).Root;
        Directory.CreateDirectory(PathOf("bin"));
        // A copy, because the script resolves links to find its folder; the files it reads may be links.
        File.Copy(Path.Combine(original, "workout"), PathOf("workout"));
        foreach (var part in (string[])["scripts", "global.json", "Directory.Packages.props", "Directory.Build.targets", "functions", "offline"])
        {
            Directory.CreateSymbolicLink(PathOf(part), Path.Combine(original, part));
        }

        foreach (var program in _basics)
        {
            File.CreateSymbolicLink(PathOf("bin", program), ((string[])["/usr/bin", "/bin"]).Select(folder => Path.Combine(folder, program)).First(File.Exists));
        }
    }

    /// <summary>Provides a program.</summary>
    /// <param name="body">Bash.</param>
    public void Give(string program, string body)
    {
        File.WriteAllText(PathOf("bin", program), $"#!/bin/bash\n{body}\n");
        File.SetUnixFileMode(PathOf("bin", program), UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    public Process Start(params string[] arguments) => Process.Start(Script(arguments).StartInfo())!;

    public Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) => Script(arguments).RunAsync();

    /// <param name="variables">Environment variables.</param>
    private protected Tool Script(string[] arguments, params (string, string?)[] variables) => new(PathOf("workout"), arguments)
    {
        Folder = Root,
        Variables = [("PATH", PathOf("bin")), ("HOME", Root), ("WORKOUT_PACKAGES", null), .. variables],
    };
}
