using System.Diagnostics;
using WorkoutLog.Local.Tests.EndToEnd;

namespace WorkoutLog.Local.Tests.Soak;

/// <summary>The command line as a process of its own, in a repository that nobody else uses.</summary>
internal static class CommandLine
{
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(5);

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
            var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "workout.dll"), .. arguments])
            {
                WorkingDirectory = repository,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            start.Environment["TMPDIR"] = temporary.FullName;
            using var process = Process.Start(start)!;
            using var limit = new CancellationTokenSource(_limit);
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var error = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, await output, await error);
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }
}
