using System.Text.Json.Serialization;

namespace WorkoutLog.Contracts;

/// <summary>Body of <c>PUT /workouts/{userId}/{workoutId}</c>: all that a workout holds from now on.</summary>
/// <remarks>What can't change may be sent as it is, so that an answer can be edited and sent back whole.</remarks>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed class WorkoutReplacement
{
    /// <summary>One of the configured types, in upper case.</summary>
    public required string WorkoutType { get; set; }

    /// <summary>Minutes, above 0 up to the configured limit.</summary>
    public required decimal DurationMinutes { get; set; }

    /// <summary>Kilocalories, 0–20,000; removed when left out.</summary>
    public decimal? CaloriesBurned { get; set; }

    /// <summary>Kilometres, 0–1,000; removed when left out.</summary>
    public decimal? DistanceKm { get; set; }

    /// <summary>Up to 1,000 characters, no control characters; removed when left out.</summary>
    public string? Notes { get; set; }

    /// <summary>The workout's own; it can't change.</summary>
    public string? WorkoutId { get; set; }

    /// <summary>The workout's own; it can't change.</summary>
    public string? UserId { get; set; }

    /// <summary>The workout's own moment, in any offset; it can't change.</summary>
    public string? WorkoutTimestamp { get; set; }
}
