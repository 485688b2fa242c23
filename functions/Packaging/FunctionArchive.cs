using System.IO.Compression;

namespace WorkoutLog.Packaging;

/// <summary>The zip that Lambda runs: the same files give the same bytes, whenever and wherever it is made.</summary>
public static class FunctionArchive
{
    /// <summary>What Lambda starts on a custom runtime.</summary>
    public const string EntryPoint = "bootstrap";

    // Lambda unpacks with the modes of the zip; without these the entry point is not executable.
    private const int ExecutableFile = (0x8000 | 0x1ED) << 16;

    // The oldest time that a zip can hold.
    private static readonly DateTimeOffset _fixedTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes <paramref name="archive"/> with <paramref name="executable"/> as its entry point, mode 0755.</summary>
    /// <returns>False when the file was there already with the same bytes; it is left untouched then.</returns>
    public static bool Write(string executable, string archive)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            var entry = zip.CreateEntry(EntryPoint, CompressionLevel.SmallestSize);
            entry.LastWriteTime = _fixedTime;
            entry.ExternalAttributes = ExecutableFile;
            using var content = entry.Open();
            using var file = File.OpenRead(executable);
            file.CopyTo(content);
        }

        var made = bytes.ToArray();
        if (File.Exists(archive) && File.ReadAllBytes(archive).AsSpan().SequenceEqual(made))
        {
            return false;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(archive))!);
        File.WriteAllBytes(archive, made);
        return true;
    }
}
