using System.ComponentModel;
using System.Diagnostics;

namespace WorkoutLog.Local.Plan.Base;

/// <summary>The program's git repository, read only.</summary>
internal sealed class Git(string root)
{
    /// <summary>A commit's full hash, or null if there is no such commit.</summary>
    /// <param name="name">A branch, a tag, a commit, or an expression such as <c>HEAD~1</c>.</param>
    public async Task<string?> FindCommitAsync(string name, CancellationToken cancellation)
    {
        var (exitCode, output) = await RunAsync(["rev-parse", "--verify", "--quiet", "--end-of-options", $"{name}^{{commit}}"], cancellation).ConfigureAwait(false);
        return exitCode == 0 ? output.Trim() : null;
    }

    /// <summary>Whether only the last commits are there, as in a CI checkout.</summary>
    public async Task<bool> IsShallowAsync(CancellationToken cancellation)
    {
        var (_, output) = await RunAsync(["rev-parse", "--is-shallow-repository"], cancellation).ConfigureAwait(false);
        return output.Trim() == "true";
    }

    /// <summary>The names of the files in a folder; empty if the commit does not have it.</summary>
    /// <param name="folder">From the root, with slashes.</param>
    public async Task<string[]> FilesAsync(string commit, string folder, CancellationToken cancellation)
    {
        var (exitCode, output) = await RunAsync(["ls-tree", "--name-only", $"{commit}:{(folder == "." ? "" : folder)}"], cancellation).ConfigureAwait(false);
        return exitCode == 0 ? output.Split('\n', StringSplitOptions.RemoveEmptyEntries) : [];
    }

    /// <exception cref="UserErrorException">git fails, or is missing.</exception>
    public async Task ArchiveAsync(string commit, Func<Stream, Task> read, CancellationToken cancellation)
    {
        using var process = Start(["archive", "--format=tar", commit]);
        using var end = cancellation.Register(() => process.Kill(entireProcessTree: true));
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        await read(process.StandardOutput.BaseStream).ConfigureAwait(false);
        await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
        if (process.ExitCode != 0)
        {
            throw new UserErrorException($"git can't read the files of {commit}: {(await errors.ConfigureAwait(false)).Trim()}");
        }
    }

    private async Task<(int ExitCode, string Output)> RunAsync(string[] arguments, CancellationToken cancellation)
    {
        using var process = Start(arguments);
        using var end = cancellation.Register(() => process.Kill(entireProcessTree: true));
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var output = await process.StandardOutput.ReadToEndAsync(CancellationToken.None).ConfigureAwait(false);
        await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        var error = await errors.ConfigureAwait(false);
        return error.Contains("not a git repository", StringComparison.Ordinal) || error.Contains("dubious ownership", StringComparison.Ordinal)
            ? throw new UserErrorException($"The base can't be found. {error.Trim()}")
            : (process.ExitCode, output);
    }

    private Process Start(string[] arguments)
    {
        var info = new ProcessStartInfo("git", ["-C", root, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        info.Environment["LC_ALL"] = "C";
        try
        {
            return Process.Start(info)!;
        }
        catch (Win32Exception)
        {
            throw new UserErrorException("git is missing. Fix: install it, or use a file that ./workout preview --json wrote.");
        }
    }
}
