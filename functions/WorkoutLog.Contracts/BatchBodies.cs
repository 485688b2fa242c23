using System.Text.Json.Serialization;

namespace WorkoutLog.Contracts;

/// <summary>Body of <c>POST /workouts/batch</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed class BatchRequest
{
    /// <summary>1–25 workouts; each succeeds or fails on its own.</summary>
    [Bounds(MinItems = 1, MaxItems = ApiLimits.MaxBatchSize)]
    public required IReadOnlyList<BatchWorkout> Workouts { get; set; }
}

/// <summary>One workout of a batch.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed class BatchWorkout : WorkoutRequest
{
    /// <summary>Same as the header <c>Idempotency-Key</c> of a single workout.</summary>
    [Bounds(MinLength = 1, MaxLength = ApiLimits.MaxIdempotencyKeyLength, Pattern = $"^{ApiLimits.ClientNamePattern}$")]
    public string? IdempotencyKey { get; set; }
}

/// <summary>Response of <c>POST /workouts/batch</c>.</summary>
public sealed class BatchResponse
{
    /// <summary>One per workout, in request order.</summary>
    [Bounds(MinItems = 1, MaxItems = ApiLimits.MaxBatchSize)]
    public required IReadOnlyList<BatchResult> Results { get; init; }
}

/// <summary>Result of one workout of a batch: what <c>POST /workouts</c> would have returned.</summary>
public sealed class BatchResult
{
    /// <summary>The HTTP status that a single request would have had.</summary>
    public required int Status { get; init; }

    /// <summary>The workout, if it was logged.</summary>
    public WorkoutResponse? Workout { get; init; }

    /// <summary>The workout's version, if it was logged.</summary>
    public string? Etag { get; init; }

    /// <summary>True if an earlier request logged it.</summary>
    public bool? IdempotentReplayed { get; init; }

    /// <summary>Why it was not logged.</summary>
    public Problem? Problem { get; init; }
}
