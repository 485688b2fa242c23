using System.Text;
using WorkoutLog.Contracts;
using WorkoutLog.Domain;
using WorkoutLog.Http;
using WorkoutLog.Storage;

namespace WorkoutLog.QueryWorkouts.Export;

/// <summary>Workouts as a table: the fields of <see cref="WorkoutResponse"/> under their names.</summary>
/// <remarks>An apostrophe before <c>= + - @</c> is added for spreadsheets and is no part of the text; the JSON export is exact.</remarks>
internal static class WorkoutCsv
{
    private static readonly string[] _columns =
        ["workoutId", "userId", "workoutType", "durationMinutes", "caloriesBurned", "distanceKm", "notes", "workoutTimestamp", "externalId"];

    public static string Of(IEnumerable<StoredWorkout> workouts)
    {
        var csv = new CsvText();
        foreach (var column in _columns)
        {
            csv.Cell(column);
        }

        csv.EndRecord();
        foreach (WorkoutResponse workout in workouts.Select(Answers.Show))
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
