using WorkoutLog.Domain;
using WorkoutLog.Local.Soak.Ledger;
using WorkoutLog.Storage;

namespace WorkoutLog.Local.Soak.Verification;

/// <summary>A workout as it stands in the table after all.</summary>
/// <param name="Timestamp">In the API's own form.</param>
internal sealed record FoundWorkout(string UserId, string Id, string Timestamp, int Version, Content Content)
{
    public static FoundWorkout Of(StoredWorkout stored)
    {
        var workout = stored.Workout;
        return new FoundWorkout(
            workout.UserId,
            stored.Id.ToString(),
            LocalTimestamp.Format(workout.Timestamp),
            stored.Version,
            new Content(workout.Type, workout.DurationMinutes, workout.CaloriesBurned, workout.DistanceKm, workout.Notes ?? ""));
    }

    public override string ToString() => $"{Id} of {UserId}, version {Version}, {Content}";
}
