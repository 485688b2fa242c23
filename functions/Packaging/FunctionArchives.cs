using System.Collections.Immutable;
using System.Security.Cryptography;

namespace WorkoutLog.Packaging;

/// <summary>The archives of one way to build the functions, made from the sources whenever these are not what they were made from.</summary>
/// <param name="root">The repository.</param>
public sealed class FunctionArchives(string root, FunctionBuild build)
{
    private static readonly ImmutableArray<string> _functions = [FunctionNames.ProcessWorkout, FunctionNames.QueryWorkouts];
    private static readonly TimeSpan _betweenTries = TimeSpan.FromMilliseconds(200);

    private readonly string _artifacts = Path.Combine(root, "artifacts");

    /// <summary>Relative to the repository.</summary>
    public ImmutableArray<string> Files => [.. _functions.Select(function => build.ArchiveIn("artifacts", function))];

    // What the archives were made from, and what they were then.
    private string Record => Path.Combine(build.FolderIn(_artifacts), "made-from");

    /// <summary>Builds what is missing or old.</summary>
    /// <param name="say">Receives one line when there is something to build.</param>
    /// <returns>Whether anything was built. A copy of the repository without the functions' sources has the archives that it has.</returns>
    /// <exception cref="PackagingException">They can't be built; the message says why and what to do.</exception>
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
        await using var turn = await TurnAsync(cancellation).ConfigureAwait(false);
        if (AreCurrent())
        {
            return false;
        }

        say($"Packaging the functions ({build}) …");
        // Before the build: what changes during it makes the archives old again.
        var sources = SourceFingerprint.Of(root, build);
        await FunctionsBuild.RunAsync(root, build, cancellation).ConfigureAwait(false);
        await File.WriteAllTextAsync(Record, Describe(sources), cancellation).ConfigureAwait(false);
        return true;
    }

    /// <returns>One line a file: its SHA-256 and its path, as <c>sha256sum</c> writes them.</returns>
    public string Sums() => string.Concat(Files.Select(file => $"{Sha256(Path.Combine(root, file))}  {file.Replace('\\', '/')}\n"));

    private bool AreCurrent() =>
        File.Exists(Record)
        && Files.All(file => File.Exists(Path.Combine(root, file)))
        && File.ReadAllText(Record) == Describe(SourceFingerprint.Of(root, build));

    private string Describe(string sources) => $"{sources}  sources\n{Sums()}";

    // One build at a time; the system takes the lock back from whoever ends.
    private async Task<FileStream> TurnAsync(CancellationToken cancellation)
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
