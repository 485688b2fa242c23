using System.Text.Json.Serialization;

namespace WorkoutLog.Contracts;

/// <summary>One workout of a batch.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed class BatchWorkout : WorkoutRequest
{
    /// <summary>What the header <c>Idempotency-Key</c> is to a single workout.</summary>
    public string? IdempotencyKey { get; set; }
}
