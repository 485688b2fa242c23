using System.Diagnostics;
using WorkoutLog.Local;
using WorkoutLog.Local.Runner;

namespace WorkoutLog.Bench.Tools;

/// <summary>Runs other programs to their end.</summary>
internal static class Tool
{
    private const int ShownLines = 12;

    /// <summary>Absolute path of a program of PATH.</summary>
    /// <exception cref="UserErrorException">There is no such program.</exception>
    public static string Find(string name, string purpose, string package) =>
        Executables.Find(name) ?? throw new UserErrorException($"{name} is missing ({purpose}). Install it: apt-get install {package}");

    /// <param name="input">What it reads from standard input.</param>
    /// <returns>What it writes to standard output.</returns>
    /// <exception cref="UserErrorException">It ends with another exit code than 0; the message has the end of its standard error.</exception>
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
            // All three at once: a program that waits for one of its streams would wait for ever.
            Task<string> output = process.StandardOutput.ReadToEndAsync(cancellation);
            Task<string> errors = process.StandardError.ReadToEndAsync(cancellation);
            await WriteAsync(process, input, cancellation);
            await Task.WhenAll(output, errors, process.WaitForExitAsync(cancellation));
            return process.ExitCode == 0 ? await output : throw Failure(program, process.ExitCode, await errors);
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
            // It ended before it read all; its exit code and its errors say why.
        }
    }

    private static UserErrorException Failure(string program, int exitCode, string errors)
    {
        string[] lines = errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return new UserErrorException($"{Path.GetFileName(program)} failed with exit code {exitCode}:\n{string.Join('\n', lines.TakeLast(ShownLines))}");
    }
}
