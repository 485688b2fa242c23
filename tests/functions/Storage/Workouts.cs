using WorkoutLog.Domain;

namespace WorkoutLog.Functions.Tests.Storage;

internal static class Workouts
{
    public static Workout Of(string userId) => new()
    {
        UserId = userId,
        Type = "RUN",
        DurationMinutes = 30,
        Timestamp = new DateTimeOffset(2026, 5, 1, 0, 30, 0, 123, 456, TimeSpan.FromHours(2)),
    };
}
