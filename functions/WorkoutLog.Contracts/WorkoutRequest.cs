using System.Text.Json.Serialization;

namespace WorkoutLog.Contracts;

/// <summary>Body of <c>POST /workouts</c>.</summary>
/// <remarks>The members can be set one by one, because a body is read to its end even when one of its fields is wrong.</remarks>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public class WorkoutRequest
{
    /// <summary>1–128 characters of <c>A-Z a-z 0-9 . _ : @ -</c>.</summary>
    public required string UserId { get; set; }

    /// <summary>One of the configured types, in upper case.</summary>
    public required string WorkoutType { get; set; }

    /// <summary>Minutes, above 0 up to the configured limit.</summary>
    public required decimal DurationMinutes { get; set; }

    /// <summary>Kilocalories, 0–20,000.</summary>
    public decimal? CaloriesBurned { get; set; }

    /// <summary>Kilometres, 0–1,000.</summary>
    public decimal? DistanceKm { get; set; }

    /// <summary>Up to 1,000 characters, no control characters.</summary>
    public string? Notes { get; set; }

    /// <summary>RFC 3339 with an offset, from the year 2000 to 24 hours ahead; the time of the request when left out.</summary>
    public string? WorkoutTimestamp { get; set; }
}
