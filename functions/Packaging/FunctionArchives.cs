using System.Collections.Immutable;
using System.Security.Cryptography;

namespace WorkoutLog.Packaging;

/// <summary>The archives of one kind of build; rebuilt when the sources have changed.</summary>
/// <param name="root">The repository.</param>
public sealed class FunctionArchives(string root, FunctionBuild build)
{
    private static readonly ImmutableArray<string> _functions = [FunctionNames.ProcessWorkout, FunctionNames.QueryWorkouts];
    private static readonly TimeSpan _betweenTries = TimeSpan.FromMilliseconds(200);

    private readonly string _artifacts = Path.Combine(root, "artifacts");

    /// <summary>Relative to the repository.</summary>
    public ImmutableArray<string> Files => [.. _functions.Select(function => build.ArchiveIn("artifacts", function))];

    // Fingerprint of the sources and checksums of the archives built from them.
    private string Record => Path.Combine(build.FolderIn(_artifacts), "made-from");

    /// <summary>Builds what is missing or old.</summary>
    /// <param name="say">Receives one line when there is something to build.</param>
    /// <returns>Whether anything was built. A copy of the repository without the functions' sources keeps its archives.</returns>
    /// <exception cref="PackagingException">The build failed; the message gives the cause and the fix.</exception>
    public async Task<bool> UpdateAsync(Action<string> say, CancellationToken cancellation)
    {
        if (!File.Exists(Path.Combine(root, FunctionsBuild.Project)) || AreCurrent())
        {
            return false;
        }

        if (BuildHost.Refusal(build) is { } refusal)
        {
            throw new PackagingException(refusal);
        }

        Directory.CreateDirectory(build.FolderIn(_artifacts));
        await using var buildLock = await LockAsync(cancellation).ConfigureAwait(false);
        if (AreCurrent())
        {
            return false;
        }

        say($"Packaging the functions ({build}) …");
        // Before the build: a change during the build makes the archives outdated.
        var sources = SourceFingerprint.Of(root, build);
        await FunctionsBuild.RunAsync(root, build, cancellation).ConfigureAwait(false);
        await File.WriteAllTextAsync(Record, Describe(sources), cancellation).ConfigureAwait(false);
        return true;
    }

    /// <returns>One line per file: SHA-256 and path, as <c>sha256sum</c> writes them.</returns>
    public string Checksums() => string.Concat(Files.Select(file => $"{Sha256(Path.Combine(root, file))}  {file.Replace('\\', '/')}\n"));

    private bool AreCurrent() =>
        File.Exists(Record)
        && Files.All(file => File.Exists(Path.Combine(root, file)))
        && File.ReadAllText(Record) == Describe(SourceFingerprint.Of(root, build));

    private string Describe(string sources) => $"{sources}  sources\n{Checksums()}";

    // One build at a time; the system releases the lock when a process ends.
    private async Task<FileStream> LockAsync(CancellationToken cancellation)
    {
        var file = Path.Combine(build.FolderIn(_artifacts), "lock");
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(file))
            {
                await Task.Delay(_betweenTries, cancellation).ConfigureAwait(false);
            }
        }
    }

    private static string Sha256(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
