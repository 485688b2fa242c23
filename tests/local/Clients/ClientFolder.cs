using System.Security.Cryptography;

namespace WorkoutLog.Local.Tests.Clients;

/// <summary>A copy of <c>tests/clients</c> with its npm packages and the published document.</summary>
internal sealed class ClientFolder : Sandbox
{
    private static readonly string _source = Path.GetFullPath(Path.Combine(Fixture(""), "..", "clients"));

    private static readonly Lazy<Task<string>> _packages = new(FetchAsync);

    public static async Task<ClientFolder> CreateAsync()
    {
        var folder = new ClientFolder();
        foreach (var file in Directory.EnumerateFiles(_source))
        {
            File.Copy(file, folder.PathOf(Path.GetFileName(file)));
        }

        File.Copy(Path.Combine(_source, "..", "..", "docs", "openapi.json"), folder.PathOf("openapi.json"));
        Directory.CreateSymbolicLink(folder.PathOf("node_modules"), Path.Combine(await _packages.Value, "node_modules"));
        return folder;
    }

    /// <param name="program">A file of this folder, or a program of a package.</param>
    public Task<(int ExitCode, string Output, string Errors)> NodeAsync(string program, params string[] arguments)
    {
        var file = File.Exists(PathOf(program)) ? program : PathOf("node_modules", ".bin", program);
        return new Tool("node", [file, .. arguments]) { Folder = Root }.RunAsync();
    }

    /// <summary>Runs a program that must succeed.</summary>
    public async Task<string> OutputAsync(string program, params string[] arguments)
    {
        var (exitCode, output, errors) = await NodeAsync(program, arguments);
        Assert.True(exitCode == 0, output + errors);
        return output;
    }

    // Cached outside the repository, by the hash of the lock file, next to the other npm packages.
    private static async Task<string> FetchAsync()
    {
        var locked = await File.ReadAllBytesAsync(Path.Combine(_source, "package-lock.json"));
        var cache = Path.Combine(NpmPackage.CacheRoot(), "workout-log");
        var kept = Path.Combine(cache, $"clients-{Convert.ToHexStringLower(SHA256.HashData(locked))[..16]}");
        if (Directory.Exists(kept))
        {
            return kept;
        }

        var work = Directory.CreateDirectory(Path.Combine(cache, $".fetch.clients.{Guid.NewGuid():N}")).FullName;
        try
        {
            foreach (var file in (string[])["package.json", "package-lock.json"])
            {
                File.Copy(Path.Combine(_source, file), Path.Combine(work, file));
            }

            await new Tool("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error") { Folder = work }.OutputAsync();
            // A rename is atomic: the folder is complete or absent, even if two processes fetch concurrently.
            Directory.Move(work, kept);
        }
        catch (IOException) when (Directory.Exists(kept))
        {
            Directory.Delete(work, recursive: true);
        }

        return kept;
    }
}
