using System.IO.Compression;

namespace WorkoutLog.Local.Runner.Lambda;

/// <summary>The unpacked archive of a function.</summary>
internal static class FunctionCode
{
    private const int UnixModeShift = 16;

    /// <summary>Unpacks with the file modes of the archive: Lambda runs a <c>bootstrap</c> only if its mode says so, and so does a local run.</summary>
    /// <exception cref="UserErrorException">The archive is not there, or has nothing that Lambda could start.</exception>
    public static async Task UnpackAsync(FunctionDeclaration function, string repositoryRoot, string folder, CancellationToken cancellation)
    {
        var archive = Path.Combine(repositoryRoot, function.ArchivePath);
        if (!File.Exists(archive))
        {
            throw new UserErrorException($"{function.ArchivePath}, the code of function '{function.Name}', is not there. Make it: ./workout package");
        }

        await ZipFile.ExtractToDirectoryAsync(archive, folder, cancellation);
        await ApplyModesAsync(archive, folder, cancellation);
        function.Start.Check(folder, function.ArchivePath);
    }

    // ZipFile narrows the modes by the umask; Lambda takes them as they are.
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
