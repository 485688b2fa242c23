using System.Buffers;
using System.Text;
using WorkoutLog.Contracts;
using WorkoutLog.Domain;
using WorkoutLog.Http;
using WorkoutLog.Storage;

namespace WorkoutLog.QueryWorkouts.Export;

/// <summary>Workouts as a table: the fields of <see cref="WorkoutResponse"/> under their names, in the order of <see cref="ExportColumns"/>.</summary>
/// <remarks>The apostrophe before a formula is added for spreadsheets and is not part of the text; the JSON export is exact.</remarks>
internal static class WorkoutCsv
{
    public static string Of(IEnumerable<StoredWorkout> workouts)
    {
        var csv = new CsvText();
        foreach (var column in ExportColumns.All)
        {
            csv.Cell(column);
        }

        csv.EndRecord();
        foreach (WorkoutResponse workout in workouts.Select(Responses.Show))
        {
            csv.TextCell(workout.WorkoutId)
                .TextCell(workout.UserId)
                .TextCell(workout.WorkoutType)
                .Cell(Number(workout.DurationMinutes))
                .Cell(Number(workout.CaloriesBurned))
                .Cell(Number(workout.DistanceKm))
                .TextCell(workout.Notes)
                .TextCell(workout.WorkoutTimestamp)
                .TextCell(workout.ExternalId)
                .EndRecord();
        }

        return csv.ToString();
    }

    private static string? Number(decimal? value) => value is { } number ? ExactDecimal.Format(number) : null;
}

/// <summary>Writes CSV by RFC 4180: commas, CRLF after every record, quotation marks where needed.</summary>
internal sealed class CsvText
{
    // OWASP's list of formula prefixes, with the full-width forms that spreadsheets treat alike.
    private const string FormulaStarts = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    // Spreadsheets in some locales split at semicolons or tabs.
    private static readonly SearchValues<char> _separating = SearchValues.Create("\",;\t\r\n");

    private readonly StringBuilder _text = new();
    private bool _inRecord;

    /// <summary>Adds a cell unchanged; null is an empty one.</summary>
    public CsvText Cell(string? value)
    {
        if (_inRecord)
        {
            _text.Append(',');
        }

        _inRecord = true;
        // Quoted, to distinguish an empty text from an absent one.
        if (value is { Length: 0 } || value.AsSpan().ContainsAny(_separating))
        {
            _text.Append('"').Append(value!.Replace("\"", "\"\"")).Append('"');
        }
        else
        {
            _text.Append(value);
        }

        return this;
    }

    /// <summary>Adds a user's text, so that a spreadsheet does not read it as a formula.</summary>
    public CsvText TextCell(string? value) => Cell(value is { Length: > 0 } && FormulaStarts.Contains(value[0]) ? $"'{value}" : value);

    public CsvText EndRecord()
    {
        _text.Append("\r\n");
        _inRecord = false;
        return this;
    }

    public override string ToString() => _text.ToString();
}
