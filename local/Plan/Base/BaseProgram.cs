using System.Diagnostics;
using System.Formats.Tar;
using System.Text.Json;

namespace WorkoutLog.Local.Plan.Base;

/// <summary>The program of another commit, in a folder of its own that is gone when it is disposed: only it knows what it registers.</summary>
internal sealed class BaseProgram : IDisposable
{
    public const string Script = "workout";

    private const int LastLines = 15;

    private readonly string _folder;

    private BaseProgram(string folder) => _folder = folder;

    /// <param name="root">Of the repository; the base reuses what it has found out about this machine, and the functions that it has built.</param>
    /// <param name="folder">In which the checkout gets a folder of its own, of which git knows nothing.</param>
    /// <exception cref="UserErrorException">git can't give the files.</exception>
    public static async Task<BaseProgram> CheckOutAsync(Git git, string commit, string root, string folder, CancellationToken cancellation)
    {
        var program = new BaseProgram(Directory.CreateDirectory(Path.Combine(folder, $"source-{Environment.ProcessId}")).FullName);
        try
        {
            await git.ArchiveAsync(
                commit, tar => TarFile.ExtractToDirectoryAsync(tar, program._folder, overwriteFiles: false, cancellation), cancellation).ConfigureAwait(false);
            // Which packages the registry carries, and the stand-ins made for what it lacks; not what was built with them.
            Copy(Path.Combine(root, ".workout"), Path.Combine(program._folder, ".workout"), name => !name.StartsWith("built", StringComparison.Ordinal));
            // Its own program checks whether they are made from its own sources, and builds them only if not.
            Copy(Path.Combine(root, "artifacts", "functions"), Path.Combine(program._folder, "artifacts", "functions"), name => name != "lock");
            return program;
        }
        catch
        {
            program.Dispose();
            throw;
        }
    }

    /// <param name="program">The folder of the program in the checkout; <c>.</c> for its own.</param>
    /// <param name="say">Receives what the base's program says meanwhile, line by line.</param>
    /// <exception cref="UserErrorException">The base's program refuses; the message has its words.</exception>
    public async Task<ResourceGraph> EvaluateAsync(string program, string stack, Action<string> say, CancellationToken cancellation)
    {
        var info = new ProcessStartInfo(Path.Combine(_folder, Script), ["preview", "--stack", stack, "--json", .. program == "." ? [] : new[] { "--program", program }])
        {
            WorkingDirectory = _folder,
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
