using System.Xml;

namespace WorkoutLog.Local.Import;

/// <param name="Described">Number of files omitted because another file describes the same workouts.</param>
internal sealed record ReadFiles(ImmutableArray<SourceRow> Rows, int Described)
{
    /// <summary>Reads files in order; an unreadable file becomes a skipped row.</summary>
    /// <param name="files">Those that describe others come first.</param>
    /// <exception cref="UserErrorException">A FIT file needs the decoder, which is missing.</exception>
    public static async Task<ReadFiles> ReadAsync(ImmutableArray<SourceFile> files, ReadOptions options, CancellationToken cancellation)
    {
        var rows = ImmutableArray.CreateBuilder<SourceRow>();
        var (described, leftOut) = (new HashSet<string>(StringComparer.Ordinal), 0);
        await using var decoder = new FitDecoder();
        foreach (var file in files)
        {
            cancellation.ThrowIfCancellationRequested();
            if (described.Contains(file.Path))
            {
                leftOut++;
                continue;
            }

            var read = await ReadAsync(file, decoder, options, cancellation);
            rows.AddRange(read);
            described.UnionWith(read.OfType<SourceRow.Read>().Select(row => row.Workout.OtherFile).OfType<string>()
                .Where(other => !other.Contains('\0', StringComparison.Ordinal)).Select(other => Path.GetFullPath(other, Path.GetDirectoryName(file.Path)!)));
        }

        return new ReadFiles(rows.ToImmutable(), leftOut);
    }

    private static async Task<SourceRow[]> ReadAsync(SourceFile file, FitDecoder decoder, ReadOptions options, CancellationToken cancellation)
    {
        try
        {
            return [.. file.Format switch
            {
                FileFormat.Csv => CsvFile.Read(file.Name, file.ReadText(), options),
                FileFormat.Tcx => TcxFile.Read(file.Name, file.ReadBytes(), options),
                FileFormat.Gpx => GpxFile.Read(file.Name, file.ReadBytes(), options),
                _ => FitFile.Read(file.Name, await decoder.DecodeAsync(file.ReadBytes(), cancellation), options),
            }];
        }
        catch (DecoderFallbackException)
        {
            return [new SourceRow.Skipped(new Place(file.Name), "it must be UTF-8. Fix: save it as CSV UTF-8")];
        }
        catch (Exception exception) when (exception is UnreadableException or XmlException or IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return [new SourceRow.Skipped(new Place(file.Name), exception.Message.TrimEnd('.'))];
        }
    }
}
