using WorkoutLog.Contracts;
using WorkoutLog.Domain;
using WorkoutLog.Http.Answers;
using WorkoutLog.Storage;

namespace WorkoutLog.QueryWorkouts.Export;

/// <summary>Workouts as a table: the fields of <see cref="WorkoutResponse"/> under their names.</summary>
/// <remarks>An apostrophe before <c>= + - @</c> is added for spreadsheets and is no part of the text; the JSON export is exact.</remarks>
internal static class WorkoutCsv
{
    private static readonly string[] _columns =
        ["workoutId", "userId", "workoutType", "durationMinutes", "caloriesBurned", "distanceKm", "notes", "workoutTimestamp"];

    public static string Of(IEnumerable<StoredWorkout> workouts)
    {
        var csv = new CsvText();
        foreach (var column in _columns)
        {
            csv.Cell(column);
        }

        csv.EndRecord();
        foreach (WorkoutResponse workout in workouts.Select(WorkoutRepresentation.Of))
        {
            csv.TextCell(workout.WorkoutId)
                .TextCell(workout.UserId)
                .TextCell(workout.WorkoutType)
                .Cell(Number(workout.DurationMinutes))
                .Cell(Number(workout.CaloriesBurned))
                .Cell(Number(workout.DistanceKm))
                .TextCell(workout.Notes)
                .TextCell(workout.WorkoutTimestamp)
                .EndRecord();
        }

        return csv.ToString();
    }

    private static string? Number(decimal? value) => value is { } number ? ExactDecimal.Format(number) : null;
}
