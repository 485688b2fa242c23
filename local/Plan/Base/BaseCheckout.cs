using System.Formats.Tar;

namespace WorkoutLog.Local.Plan.Base;

/// <summary>The files of a commit in a folder of their own, gone when it is disposed. git knows nothing of it.</summary>
internal sealed class BaseCheckout : IDisposable
{
    private BaseCheckout(string folder) => Folder = folder;

    public string Folder { get; }

    /// <param name="root">Of the repository; what it has found out about this machine, and the functions that it has built, the base need not do again.</param>
    /// <param name="folder">In which the checkout gets a folder of its own.</param>
    /// <exception cref="UserErrorException">git can't give the files.</exception>
    public static async Task<BaseCheckout> CreateAsync(Git git, string commit, string root, string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var checkout = new BaseCheckout(Path.Combine(folder, $"source-{Environment.ProcessId}"));
        try
        {
            Directory.CreateDirectory(checkout.Folder);
            await git.ArchiveAsync(
                commit, tar => TarFile.ExtractToDirectoryAsync(tar, checkout.Folder, overwriteFiles: false, cancellation), cancellation).ConfigureAwait(false);
            // Which packages the registry carries, and the stand-ins made for what it lacks; not what was built with them.
            Copy(Path.Combine(root, ".workout"), Path.Combine(checkout.Folder, ".workout"), name => !name.StartsWith("built", StringComparison.Ordinal));
            // Its own program looks whether they are made from its own sources, and builds them only if not.
            Copy(Path.Combine(root, "artifacts", "functions"), Path.Combine(checkout.Folder, "artifacts", "functions"), name => name != "lock");
            return checkout;
        }
        catch
        {
            checkout.Dispose();
            throw;
        }
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static void Copy(string from, string to, Func<string, bool> isWanted)
    {
        if (!Directory.Exists(from))
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(file => isWanted(Path.GetFileName(file))))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
