using System.IO.Compression;

namespace WorkoutLog.Packaging;

/// <summary>The zip that Lambda runs. Reproducible: the same files give the same bytes.</summary>
public static class FunctionArchive
{
    // Lambda unpacks with the zip's file modes; without these the entry point is not executable and the other files are not readable.
    private const int ExecutableFile = (0x8000 | 0x1ED) << 16;
    private const int PlainFile = (0x8000 | 0x1A4) << 16;

    // The oldest time that a zip can hold.
    private static readonly DateTimeOffset _fixedTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes <paramref name="archive"/> atomically.</summary>
    /// <returns>False if the file already has the same bytes; it is then left untouched.</returns>
    public static bool Write(IEnumerable<FunctionFile> files, string archive)
    {
        var made = Bytes(files);
        if (File.Exists(archive) && File.ReadAllBytes(archive).AsSpan().SequenceEqual(made))
        {
            return false;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(archive))!);
        var begun = $"{archive}.new";
        File.WriteAllBytes(begun, made);
        File.Move(begun, archive, overwrite: true);
        return true;
    }

    private static byte[] Bytes(IEnumerable<FunctionFile> files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in files.OrderBy(file => file.Name, StringComparer.Ordinal))
            {
                Add(zip, file);
            }
        }

        return bytes.ToArray();
    }

    private static void Add(ZipArchive zip, FunctionFile file)
    {
        var entry = zip.CreateEntry(file.Name, CompressionLevel.SmallestSize);
        entry.LastWriteTime = _fixedTime;
        entry.ExternalAttributes = file.Executable ? ExecutableFile : PlainFile;
        using var content = entry.Open();
        using var source = File.OpenRead(file.Source);
        source.CopyTo(content);
    }
}
