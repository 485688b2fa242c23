using CsvHelper;

namespace WorkoutLog.Local.Import.Csv;

/// <summary>A row with its columns by name.</summary>
internal sealed class CsvRow(Place place, ILookup<string, int> columns, string[] fields)
{
    public Place Place => place;

    /// <summary>The first non-empty column of these names; null for none.</summary>
    public string? this[params ReadOnlySpan<string> names]
    {
        get
        {
            foreach (var name in names)
            {
                if (Values(name).FirstOrDefault(value => value.Length > 0) is { } value)
                {
                    return value;
                }
            }

            return null;
        }
    }

    /// <summary>The fields of all columns of a name.</summary>
    public IEnumerable<string> Values(string name) => columns[name].Select(column => column < fields.Length ? fields[column].Trim() : "");

    public bool Has(string column) => columns.Contains(column);

    /// <exception cref="UnreadableException">It is not a number.</exception>
    public decimal? Number(params ReadOnlySpan<string> names) => Quantities.Number(names[0], this[names]);
}

/// <summary>CSV as spreadsheets and applications write it, with a line of column names.</summary>
internal static class CsvTable
{
    private const int MostRows = 1_000_000;

    private static readonly CsvReaderOptions _options = new()
    {
        TrackLineNumbers = true,
        OnMalformedRecord = Refuse,
    };

    /// <param name="name">The file's name for messages.</param>
    /// <returns>The rows after the header.</returns>
    /// <exception cref="UnreadableException">There are too many rows, or a quotation mark is never closed.</exception>
    public static IEnumerable<CsvRow> Read(string name, string text)
    {
        using var reader = CsvReader.FromText(text, _options);
        var columns = reader.Headers.Select((column, position) => (Name: column.Trim(), position))
            .ToLookup(column => column.Name, column => column.position, StringComparer.OrdinalIgnoreCase);
        while (reader.Read())
        {
            if (reader.RowNumber > MostRows)
            {
                throw new UnreadableException(string.Create(CultureInfo.InvariantCulture, $"a file must have at most {MostRows:N0} rows; it has more"));
            }

            yield return new CsvRow(new Place(name, $"line {reader.LineNumber}"), columns, [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        }
    }

    // An unclosed quotation mark would make the rest of the file one field. Other misplaced quotation marks are plain text.
    private static void Refuse(CsvMalformedRecord record)
    {
        if (record.Reason == CsvMalformedReason.UnterminatedQuote)
        {
            throw new UnreadableException($"a quotation mark in the row of line {record.LineNumber} is never closed");
        }
    }
}
