namespace WorkoutLog.Domain;

/// <summary>One workout that met every rule; made by <see cref="Validation.WorkoutValidator"/>.</summary>
public sealed record Workout
{
    public required string UserId { get; init; }

    /// <summary>One of <see cref="WorkoutRules.SupportedTypes"/>.</summary>
    public required string Type { get; init; }

    public required decimal DurationMinutes { get; init; }

    /// <summary>Kilocalories; null when the user did not say.</summary>
    public decimal? CaloriesBurned { get; init; }

    public decimal? DistanceKm { get; init; }

    public string? Notes { get; init; }

    /// <summary>In whole microseconds, with the offset that the user was at.</summary>
    public required DateTimeOffset Timestamp { get; init; }
}
