using System.Diagnostics;
using System.Text;
using System.Text.Json;
using WorkoutLog.Local.Graph;

namespace WorkoutLog.Local.Plan.Base;

/// <summary>Lets the program of another commit evaluate itself: only it knows what it registers.</summary>
internal static class BaseProgram
{
    public const string Script = "workout";

    private const int LastLines = 15;

    /// <param name="folder">A checkout.</param>
    /// <param name="program">The folder of the program in it; <c>.</c> for its own.</param>
    /// <param name="say">Receives what the base's program says meanwhile, line by line.</param>
    /// <exception cref="UserErrorException">The base's program refuses; the message has its words.</exception>
    public static async Task<ResourceGraph> EvaluateAsync(string folder, string program, string stack, Action<string> say, CancellationToken cancellation)
    {
        var info = new ProcessStartInfo(Path.Combine(folder, Script), ["preview", "--stack", stack, "--json", .. program == "." ? [] : new[] { "--program", program }])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // A node that stays would hold on to files of a folder that is deleted.
        info.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(info)!;
        using var end = cancellation.Register(() => process.Kill(entireProcessTree: true));
        var (output, words) = (new StringBuilder(), new Queue<string>());
        process.OutputDataReceived += (_, line) => output.AppendLine(line.Data);
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is { Length: > 0 } text)
            {
                words.Enqueue(text);
                say(text);
            }
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        return process.ExitCode == 0
            ? Read(output.ToString(), stack)
            : throw new UserErrorException($"""
                The base's own program can't evaluate stack {stack}. It says:
                {string.Join(Environment.NewLine, words.TakeLast(LastLines).Select(line => $"  {line}"))}
                """);
    }

    private static ResourceGraph Read(string output, string stack)
    {
        try
        {
            return GraphJson.Read(output);
        }
        catch (JsonException fault)
        {
            throw new UserErrorException($"The base's own program prints no graph of stack {stack} that this one can read: {fault.Message} Take a later commit.");
        }
    }
}
