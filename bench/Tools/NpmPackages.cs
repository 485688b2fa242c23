using System.Security.Cryptography;
using WorkoutLog.Local;

namespace WorkoutLog.Bench.Tools;

/// <summary>The packages of <c>bench/package-lock.json</c>: the SDK of the JavaScript baseline, its bundler, and the charts' library.</summary>
internal static class NpmPackages
{
    private const string Lock = "package-lock.json";
    private const string Mark = ".workout-lock";

    private static readonly SemaphoreSlim _one = new(1);

    /// <summary>Fetches the packages, unless those of this lock file are installed.</summary>
    /// <returns>The folder <c>bench</c>, where <c>node</c> finds them.</returns>
    /// <exception cref="UserErrorException">npm is missing, or can't fetch them.</exception>
    public static async Task<string> EnsureAsync(Repository repository, Action<string> say, CancellationToken cancellation)
    {
        string folder = Path.Combine(repository.Root, "bench");
        string wanted = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(folder, Lock), cancellation)));
        string mark = Path.Combine(folder, "node_modules", Mark);
        await _one.WaitAsync(cancellation);
        try
        {
            if (!File.Exists(mark) || await File.ReadAllTextAsync(mark, cancellation) != wanted)
            {
                await FetchAsync(folder, say, cancellation);
                await File.WriteAllTextAsync(mark, wanted, cancellation);
            }

            return folder;
        }
        finally
        {
            _one.Release();
        }
    }

    private static async Task FetchAsync(string folder, Action<string> say, CancellationToken cancellation)
    {
        say("Fetching the npm packages of the bench (once, 100 MB unpacked) …");
        string npm = Tool.Find("npm", "fetches the packages of the JavaScript baseline and of the charts", "npm");
        try
        {
            await Tool.RunAsync(npm, ["ci", "--no-audit", "--no-fund", "--loglevel=error"], folder, "", cancellation);
        }
        catch (UserErrorException failure)
        {
            throw new UserErrorException($"The packages of bench/{Lock} could not be fetched. Fix: check the npm registry, then retry.\n{failure.Message}");
        }
    }
}
