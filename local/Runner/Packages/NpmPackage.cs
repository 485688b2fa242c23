using WorkoutLog.Local.Runner.Processes;

namespace WorkoutLog.Local.Runner.Packages;

/// <summary>A package of the npm registry, pinned by its checksum: fetched once, then kept outside the repository.</summary>
/// <param name="Integrity">SHA-512 of the package as npm publishes it (<c>dist.integrity</c>), in Base64.</param>
internal sealed record NpmPackage(string Name, string Version, string Integrity)
{
    /// <summary>What it is to people.</summary>
    public required string Title { get; init; }

    /// <summary>How much is fetched, as people are told.</summary>
    public required string Size { get; init; }

    /// <summary>Name of the folder, under that of all of our caches, that keeps it.</summary>
    public required string CacheName { get; init; }

    /// <summary>The folder of the archive that is kept.</summary>
    public required string Folder { get; init; }

    /// <summary>The one file of <see cref="Folder"/> that is kept; null for all of them.</summary>
    public string? File { get; init; }

    /// <returns>The folder that holds what is kept.</returns>
    /// <exception cref="UserErrorException">npm is missing, the registry does not answer, or the package is not the pinned one.</exception>
    public async Task<string> EnsureAsync(Action<string> say, CancellationToken cancellation)
    {
        var folder = Path.Combine(CacheRoot(), "workout-log", CacheName, Version);
        if (Directory.Exists(folder))
        {
            return folder;
        }

        say($"Fetching {Title} (once, {Size}) …");
        var parent = Path.GetDirectoryName(folder)!;
        Directory.CreateDirectory(parent);
        var work = Path.Combine(parent, $".{Version}-{Guid.NewGuid():N}");
        Directory.CreateDirectory(work);
        try
        {
            var archive = new NpmArchive(this, await DownloadAsync(work, cancellation));
            await archive.VerifyAsync(cancellation);
            await archive.UnpackAsync(work, cancellation);
            Publish(Path.Combine(work, Folder), folder);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }

        return folder;
    }

    private static string CacheRoot() =>
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache
            ? cache
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify), ".cache");

    private async Task<string> DownloadAsync(string work, CancellationToken cancellation)
    {
        var npm = Executables.Find("npm")
            ?? throw new UserErrorException($"npm is missing; it fetches {Title} once. Install it: apt-get install npm");
        var lines = new List<string>();
        await using var pack = await ChildProcess.StartAsync(npm, ["pack", $"{Name}@{Version}", "--loglevel=error", "--pack-destination", work], work, null, line =>
        {
            lock (lines)
            {
                lines.Add(line);
            }
        });
        var exitCode = await pack.Exited.WaitAsync(cancellation);
        if (exitCode != 0)
        {
            // npm's first line has the error's code; the others are a stack trace.
            string? reason;
            lock (lines)
            {
                reason = lines.FirstOrDefault();
            }

            throw new UserErrorException($"npm could not fetch {Name} {Version} ({reason ?? $"exit code {exitCode}"}). Check the npm registry, then try again.");
        }

        return Path.Combine(work, $"{Name}-{Version}.tgz");
    }

    // A rename is atomic: the folder is there with all its files or not at all, also when two processes fetch at once.
    private static void Publish(string unpacked, string folder)
    {
        try
        {
            Directory.Move(unpacked, folder);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            // The other process was faster; its files are the same.
        }
    }
}
