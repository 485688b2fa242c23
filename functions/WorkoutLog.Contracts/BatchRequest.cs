using System.Text.Json.Serialization;

namespace WorkoutLog.Contracts;

/// <summary>Body of <c>POST /workouts/batch</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed class BatchRequest
{
    /// <summary>1–25 workouts; each stands or falls alone.</summary>
    public required IReadOnlyList<BatchWorkout> Workouts { get; set; }
}
