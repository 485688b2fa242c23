using System.Diagnostics;

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
