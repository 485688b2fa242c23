using System.Globalization;
using WorkoutLog.Domain;

namespace WorkoutLog.Functions.Tests.QueryWorkouts;

internal static class Runs
{
    /// <summary>A run of 30 minutes.</summary>
    /// <param name="timestamp">With an offset.</param>
    public static Workout At(string userId, string timestamp) => new()
    {
        UserId = userId,
        Type = "RUN",
        DurationMinutes = 30,
        Timestamp = DateTimeOffset.Parse(timestamp, CultureInfo.InvariantCulture),
    };
}
