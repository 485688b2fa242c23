namespace WorkoutLog.Contracts;

/// <summary>A workout as the API shows it. Sent back with <c>PUT</c> it changes nothing, as long as its type is supported.</summary>
public sealed class WorkoutResponse
{
    /// <summary>Opaque and safe in a URL.</summary>
    public required string WorkoutId { get; init; }

    /// <summary>Whose workout it is.</summary>
    public required string UserId { get; init; }

    /// <summary>One of those configured when it was written.</summary>
    public required string WorkoutType { get; init; }

    /// <summary>Minutes.</summary>
    public required decimal DurationMinutes { get; init; }

    /// <summary>Kilocalories; absent when they were not said.</summary>
    public decimal? CaloriesBurned { get; init; }

    /// <summary>Kilometres; absent when they were not said.</summary>
    public decimal? DistanceKm { get; init; }

    /// <summary>Absent when there are none.</summary>
    public string? Notes { get; init; }

    /// <summary>RFC 3339 with six fraction digits and the offset that was sent: <c>2026-05-09T07:30:00.000000+02:00</c>, <c>Z</c> for none.</summary>
    public required string WorkoutTimestamp { get; init; }
}
