using System.IO.Compression;

namespace WorkoutLog.Local.Runner;

/// <summary>The unpacked archive of a function.</summary>
internal static class FunctionCode
{
    private const int UnixModeShift = 16;

    /// <summary>Unpacks with the file modes of the archive: like Lambda, a local run starts a <c>bootstrap</c> only if it is executable.</summary>
    /// <exception cref="UserErrorException">The archive is missing, is not the declared one, or has no entry point that Lambda could start.</exception>
    public static async Task UnpackAsync(FunctionDeclaration function, string repositoryRoot, string folder, CancellationToken cancellation)
    {
        var archive = Path.GetFullPath(function.ArchivePath, repositoryRoot);
        if (!archive.StartsWith(Path.GetFullPath(repositoryRoot) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new UserErrorException($"{function.ArchivePath}, the code of function '{function.Name}', is outside of the repository.");
        }

        if (!File.Exists(archive))
        {
            throw new UserErrorException($"{function.ArchivePath}, the code of function '{function.Name}', is missing. Fix: ./workout package");
        }

        await CheckContentAsync(function, archive, cancellation);
        await ZipFile.ExtractToDirectoryAsync(archive, folder, cancellation);
        await ApplyModesAsync(archive, folder, cancellation);
        function.Start.Check(folder, function.ArchivePath);
    }

    // The graph may be a little older than the file.
    private static async Task CheckContentAsync(FunctionDeclaration function, string archive, CancellationToken cancellation)
    {
        await using var content = File.OpenRead(archive);
        var found = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation));
        if (found != function.ArchiveSha256)
        {
            throw new UserErrorException(
                $"{function.ArchivePath} has the SHA-256 {found}, but the stack declares {function.ArchiveSha256}: it was packaged again in the meantime. Fix: run the command again.");
        }
    }

    // ZipFile applies the umask to the modes; Lambda does not.
    private static async Task ApplyModesAsync(string archive, string folder, CancellationToken cancellation)
    {
        await using var zip = await ZipFile.OpenReadAsync(archive, cancellation);
        foreach (var entry in zip.Entries.Where(entry => !entry.FullName.EndsWith('/')))
        {
            var mode = (UnixFileMode)((entry.ExternalAttributes >> UnixModeShift) & 0x1FF);
            if (mode != UnixFileMode.None && !OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(Path.Combine(folder, entry.FullName), mode);
            }
        }
    }
}

/// <summary>Stores the unpacked archives of all published versions, each archive once, even if its file is rebuilt.</summary>
/// <param name="folder">Exclusive to this run.</param>
internal sealed class CodeStore(string repositoryRoot, string folder)
{
    private const int HashLength = 16;

    /// <returns>The folder of the unpacked archive.</returns>
    /// <exception cref="UserErrorException">The archive is missing, is not the declared one, or has no entry point that Lambda could start.</exception>
    public async Task<string> EnsureAsync(FunctionDeclaration function, CancellationToken cancellation)
    {
        var code = Path.Combine(folder, $"{function.FunctionName}-{function.ArchiveSha256[..HashLength]}");
        if (Directory.Exists(code))
        {
            return code;
        }

        // A folder with the final name is complete.
        var draft = $"{code}.draft";
        try
        {
            await FunctionCode.UnpackAsync(function, repositoryRoot, draft, cancellation);
            Directory.Move(draft, code);
            return code;
        }
        finally
        {
            if (Directory.Exists(draft))
            {
                Directory.Delete(draft, recursive: true);
            }
        }
    }
}
