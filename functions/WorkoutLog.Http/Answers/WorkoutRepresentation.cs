using System.Globalization;
using WorkoutLog.Contracts;
using WorkoutLog.Domain;
using WorkoutLog.Storage;

namespace WorkoutLog.Http.Answers;

/// <summary>Stored workouts as the API shows them.</summary>
public static class WorkoutRepresentation
{
    public static WorkoutResponse Of(StoredWorkout stored) => new()
    {
        WorkoutId = stored.Id.ToString(),
        UserId = stored.Workout.UserId,
        WorkoutType = stored.Workout.Type,
        DurationMinutes = stored.Workout.DurationMinutes,
        CaloriesBurned = stored.Workout.CaloriesBurned,
        DistanceKm = stored.Workout.DistanceKm,
        Notes = stored.Workout.Notes,
        WorkoutTimestamp = LocalTimestamp.Format(stored.Workout.Timestamp),
    };

    /// <summary>A strong entity tag: the version in quotation marks.</summary>
    public static string ETagOf(StoredWorkout stored) => string.Create(CultureInfo.InvariantCulture, $"\"{stored.Version}\"");
}
