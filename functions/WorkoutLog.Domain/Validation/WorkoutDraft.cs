namespace WorkoutLog.Domain.Validation;

/// <summary>A workout as a client sent it: of the right types, not yet checked.</summary>
public sealed record WorkoutDraft
{
    public required string UserId { get; init; }

    public required string WorkoutType { get; init; }

    public required decimal DurationMinutes { get; init; }

    public decimal? CaloriesBurned { get; init; }

    public decimal? DistanceKm { get; init; }

    public string? Notes { get; init; }

    /// <summary>RFC 3339; null for the time of the request.</summary>
    public string? WorkoutTimestamp { get; init; }
}
