using System.Text;

namespace WorkoutLog.QueryWorkouts.Export;

/// <summary>Writes CSV by RFC 4180: commas, CRLF behind every record, quotation marks where they are needed.</summary>
internal sealed class CsvText
{
    private const string FormulaStarts = "=+-@\t\r";

    private readonly StringBuilder _text = new();
    private bool _inRecord;

    /// <summary>Adds a cell as it is; null is an empty one.</summary>
    public CsvText Cell(string? value)
    {
        if (_inRecord)
        {
            _text.Append(',');
        }

        _inRecord = true;
        // An empty text is not nothing.
        if (value is { Length: 0 } || value.AsSpan().ContainsAny("\",\r\n"))
        {
            _text.Append('"').Append(value!.Replace("\"", "\"\"")).Append('"');
        }
        else
        {
            _text.Append(value);
        }

        return this;
    }

    /// <summary>Adds a cell that a user wrote: a spreadsheet must not take it for a formula.</summary>
    public CsvText TextCell(string? value) => Cell(value is { Length: > 0 } && FormulaStarts.Contains(value[0]) ? $"'{value}" : value);

    public CsvText EndRecord()
    {
        _text.Append("\r\n");
        _inRecord = false;
        return this;
    }

    public override string ToString() => _text.ToString();
}
