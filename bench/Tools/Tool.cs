using System.Diagnostics;
using WorkoutLog.Local;
using WorkoutLog.Local.Runner;

namespace WorkoutLog.Bench.Tools;

/// <summary>Runs other programs until they exit.</summary>
internal static class Tool
{
    private const int ShownLines = 12;

    /// <summary>Absolute path of a program in PATH.</summary>
    /// <exception cref="UserErrorException">The program is not in PATH.</exception>
    public static string Find(string name, string purpose, string package) =>
        Executables.Find(name) ?? throw new UserErrorException($"{name} is missing ({purpose}). Fix: apt-get install {package}");

    /// <param name="input">Standard input.</param>
    /// <returns>Standard output.</returns>
    /// <exception cref="UserErrorException">The exit code is not 0; the message has the end of the output.</exception>
    public static async Task<string> RunAsync(
        string program, IEnumerable<string> arguments, string workingDirectory, string input, CancellationToken cancellation)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        try
        {
            // All three concurrently: a program blocked on one of its streams would never exit.
            Task<string> output = process.StandardOutput.ReadToEndAsync(cancellation);
            Task<string> errors = process.StandardError.ReadToEndAsync(cancellation);
            await WriteAsync(process, input, cancellation);
            await Task.WhenAll(output, errors, process.WaitForExitAsync(cancellation));
            // dotnet build writes errors to standard output.
            return process.ExitCode == 0 ? await output : throw Failure(program, process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static async Task WriteAsync(Process process, string input, CancellationToken cancellation)
    {
        try
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), cancellation);
            process.StandardInput.Close();
        }
        catch (IOException) when (process.WaitForExit(TimeSpan.FromSeconds(1)))
        {
            // The program exited before it read all; its exit code and error output say why.
        }
    }

    private static UserErrorException Failure(string program, int exitCode, string output)
    {
        string[] lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return new UserErrorException($"{Path.GetFileName(program)} failed with exit code {exitCode}:\n{string.Join('\n', lines.TakeLast(ShownLines))}");
    }
}
