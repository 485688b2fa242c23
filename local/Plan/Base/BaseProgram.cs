using System.Diagnostics;
using System.Formats.Tar;
using System.Text.Json;

namespace WorkoutLog.Local.Plan.Base;

/// <summary>The program of another commit, checked out in a temporary folder that is deleted on disposal: only it knows what it registers.</summary>
internal sealed class BaseProgram : IDisposable
{
    public const string Script = "workout";

    private const int LastLines = 15;

    private readonly string _folder;

    private BaseProgram(string folder) => _folder = folder;

    /// <param name="root">The repository's root; the base reuses its knowledge of the package registry and its built functions.</param>
    /// <param name="folder">The parent of the checkout's folder, which git ignores.</param>
    /// <exception cref="UserErrorException">git can't read the files.</exception>
    public static async Task<BaseProgram> CheckOutAsync(Git git, string commit, string root, string folder, CancellationToken cancellation)
    {
        var program = new BaseProgram(Directory.CreateDirectory(Path.Combine(folder, $"source-{Environment.ProcessId}")).FullName);
        try
        {
            await git.ArchiveAsync(
                commit, tar => TarFile.ExtractToDirectoryAsync(tar, program._folder, overwriteFiles: false, cancellation), cancellation).ConfigureAwait(false);
            // The packages that the registry has, and the stand-ins for missing ones; not what was built with them.
            Copy(Path.Combine(root, ".workout"), Path.Combine(program._folder, ".workout"), name => !name.StartsWith("built", StringComparison.Ordinal));
            // The base's program rebuilds them only if they differ from its own sources.
            Copy(Path.Combine(root, "artifacts", "functions"), Path.Combine(program._folder, "artifacts", "functions"), name => name != "lock");
            return program;
        }
        catch
        {
            program.Dispose();
            throw;
        }
    }

    /// <param name="program">The program's folder in the checkout; <c>.</c> for the root.</param>
    /// <param name="say">Receives the output of the base's program, line by line.</param>
    /// <exception cref="UserErrorException">The base's program fails; the message has its output.</exception>
    public async Task<ResourceGraph> EvaluateAsync(string program, string stack, Action<string> say, CancellationToken cancellation)
    {
        var info = new ProcessStartInfo(Path.Combine(_folder, Script), ["preview", "--stack", stack, "--json", .. program == "." ? [] : new[] { "--program", program }])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // A remaining node would keep files open in a folder that is deleted.
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
                The base's program can't evaluate stack {stack}. Its output:
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
            throw new UserErrorException($"The base's program does not print a graph of stack {stack} that this checkout can read: {fault.Message} Fix: use a later commit.");
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void Copy(string from, string to, Func<string, bool> isWanted)
    {
        foreach (var file in Directory.Exists(from) ? Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(file => isWanted(Path.GetFileName(file))) : [])
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
