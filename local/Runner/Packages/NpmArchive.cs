using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;

namespace WorkoutLog.Local.Runner.Packages;

/// <summary>A package as npm delivers it: a compressed tar file.</summary>
internal sealed class NpmArchive(NpmPackage package, string file)
{
    /// <exception cref="UserErrorException">It is not the pinned package.</exception>
    public async Task VerifyAsync(CancellationToken cancellation)
    {
        await using var stream = File.OpenRead(file);
        var actual = Convert.ToBase64String(await SHA512.HashDataAsync(stream, cancellation));
        if (actual != package.Integrity)
        {
            throw new UserErrorException(
                $"{package.Name} {package.Version} from the npm registry is not the pinned package: its SHA-512 is {actual}, expected {package.Integrity}.");
        }
    }

    /// <summary>Unpacks what of the package is kept.</summary>
    /// <exception cref="UserErrorException">It holds no such thing.</exception>
    public async Task UnpackAsync(string folder, CancellationToken cancellation)
    {
        await using var stream = File.OpenRead(file);
        await using var unzipped = new GZipStream(stream, CompressionMode.Decompress);
        if (package.File is null)
        {
            await TarFile.ExtractToDirectoryAsync(unzipped, folder, overwriteFiles: false, cancellation);
            return;
        }

        var wanted = $"{package.Folder}/{package.File}";
        await using var tar = new TarReader(unzipped);
        while (await tar.GetNextEntryAsync(cancellationToken: cancellation) is { } entry)
        {
            if (entry.Name == wanted)
            {
                Directory.CreateDirectory(Path.Combine(folder, package.Folder));
                await entry.ExtractToFileAsync(Path.Combine(folder, wanted), overwrite: false, cancellation);
                return;
            }
        }

        throw new UserErrorException($"{package.Name} {package.Version} holds no {wanted}.");
    }
}
