using System.IO.Compression;

namespace WorkoutLog.Local.Import.Files;

internal enum FileFormat
{
    Csv,
    Tcx,
    Gpx,
    Fit,
}

/// <param name="Path">Absolute.</param>
/// <param name="Name">Name for messages.</param>
internal sealed record SourceFile(string Path, string Name, FileFormat Format)
{
    /// <summary>Enough for a day with a point per second; untrusted files can be larger, compressed ones much larger.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    private const string Compressed = ".gz";

    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>Null for an unsupported file.</returns>
    public static SourceFile? Of(string path, string name)
    {
        var plain = path.EndsWith(Compressed, StringComparison.OrdinalIgnoreCase) ? path[..^Compressed.Length] : path;
        FileFormat? format = System.IO.Path.GetExtension(plain).ToLowerInvariant() switch
        {
            ".csv" => FileFormat.Csv,
            ".tcx" => FileFormat.Tcx,
            ".gpx" => FileFormat.Gpx,
            ".fit" => FileFormat.Fit,
            _ => null,
        };
        return format is { } known ? new SourceFile(path, name, known) : null;
    }

    /// <exception cref="UnreadableException">It is too large, or not a gzip file.</exception>
    /// <exception cref="IOException"/>
    /// <exception cref="UnauthorizedAccessException"/>
    public byte[] ReadBytes()
    {
        using var file = File.OpenRead(Path);
        using var stream = Path.EndsWith(Compressed, StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
        using var content = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int count; (count = stream.Read(buffer)) > 0;)
        {
            if (content.Length + count > MaxBytes)
            {
                throw new UnreadableException($"a file must have at most {MaxBytes / 1024 / 1024} MiB, unpacked; it is larger");
            }

            content.Write(buffer, 0, count);
        }

        return content.ToArray();
    }

    /// <summary>The text of a file in UTF-8, or in UTF-16 with a byte order mark.</summary>
    /// <exception cref="DecoderFallbackException">It is in another encoding.</exception>
    public string ReadText()
    {
        using var reader = new StreamReader(new MemoryStream(ReadBytes()), _strict);
        return reader.ReadToEnd();
    }
}

/// <summary>Finds the files that the command line names.</summary>
internal static class SourceFiles
{
    private static readonly EnumerationOptions _options = new() { RecurseSubdirectories = true, IgnoreInaccessible = false, AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.System };

    /// <param name="from">The base of relative paths.</param>
    /// <returns>The files, CSV first because they can describe other files; and the number of unsupported files in folders.</returns>
    /// <exception cref="UserErrorException">A path does not exist, or is an unsupported file.</exception>
    public static (ImmutableArray<SourceFile> Files, int Others) Find(string from, IEnumerable<string> paths)
    {
        var files = new Dictionary<string, SourceFile>(StringComparer.Ordinal);
        var others = 0;
        foreach (var path in paths)
        {
            var full = Path.GetFullPath(path, from);
            if (Directory.Exists(full))
            {
                foreach (var found in Directory.EnumerateFiles(full, "*", _options).Order(StringComparer.Ordinal))
                {
                    others += Add(found, Path.Combine(path, Path.GetRelativePath(full, found))) ? 0 : 1;
                }
            }
            else if (!File.Exists(full))
            {
                throw new UserErrorException($"{path} must be an existing file or folder.");
            }
            else if (!Add(full, path))
            {
                throw new UserErrorException(full.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)
                    ? $"{path} is an archive. Fix: unpack it and name the folder."
                    : $"{path} must end in .csv, .tcx, .gpx or .fit, each also with .gz.");
            }
        }

        return ([.. files.Values.OrderBy(file => file.Format).ThenBy(file => file.Path, StringComparer.Ordinal)], others);

        bool Add(string full, string name) => SourceFile.Of(full, name) is { } file && (files.TryAdd(full, file) || true);
    }
}
