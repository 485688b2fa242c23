namespace WorkoutLog.Contracts;

/// <summary>Answer of <c>POST /workouts</c>.</summary>
public sealed class WorkoutCreated
{
    /// <summary>Opaque and safe in a URL.</summary>
    public required string WorkoutId { get; init; }

    public required string UserId { get; init; }

    /// <summary>UTC with six fraction digits: <c>2026-05-09T07:30:00.000000Z</c>.</summary>
    public required string WorkoutTimestamp { get; init; }
}
