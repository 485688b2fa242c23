using System.Security.Cryptography;
using System.Text;
using WorkoutLog.Local.Graph;

namespace WorkoutLog.Local.Plan.Base;

/// <summary>
/// The graph of a stack of a commit, which never changes; but for the functions' archives, which another SDK, or other packages,
/// make otherwise. So these are part of the file's name.
/// </summary>
/// <param name="folder">Of the commit.</param>
/// <param name="root">Of the repository.</param>
internal sealed class GraphCache(string folder, string stack, string root)
{
    private const int KeyLength = 12;

    private string File => Path.Combine(folder, $"{stack}-{Key()}.json");

    public async Task<ResourceGraph?> FindAsync(CancellationToken cancellation) => System.IO.File.Exists(File)
        ? GraphJson.Read(await System.IO.File.ReadAllTextAsync(File, cancellation).ConfigureAwait(false))
        : null;

    /// <summary>Whole or not at all.</summary>
    public async Task KeepAsync(ResourceGraph graph, CancellationToken cancellation)
    {
        var unfinished = $"{File}.{Environment.ProcessId}";
        await System.IO.File.WriteAllTextAsync(unfinished, GraphJson.Write(graph), cancellation).ConfigureAwait(false);
        System.IO.File.Move(unfinished, File, overwrite: true);
    }

    private string Key()
    {
        var choice = Path.Combine(root, ".workout", "packages.props");
        var text = $"{Environment.Version} {Environment.GetEnvironmentVariable("WORKOUT_PACKAGES")} {(System.IO.File.Exists(choice) ? System.IO.File.ReadAllText(choice) : "")}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..KeyLength];
    }
}
