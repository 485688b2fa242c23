using System.Text.Json.Serialization;

namespace WorkoutLog.Contracts;

/// <summary>Body of <c>POST /workouts/batch</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed class BatchRequest
{
    /// <summary>1–25 workouts; each stands or falls alone.</summary>
    [Bounds(MinItems = 1, MaxItems = ApiLimits.MaxBatchSize)]
    public required IReadOnlyList<BatchWorkout> Workouts { get; set; }
}

/// <summary>One workout of a batch.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed class BatchWorkout : WorkoutRequest
{
    /// <summary>What the header <c>Idempotency-Key</c> is to a single workout.</summary>
    [Bounds(MinLength = 1, MaxLength = ApiLimits.MaxIdempotencyKeyLength, Pattern = $"^{ApiLimits.ClientNamePattern}$")]
    public string? IdempotencyKey { get; set; }
}

/// <summary>Answer of <c>POST /workouts/batch</c>.</summary>
public sealed class BatchResponse
{
    /// <summary>One for each workout of the request, in its order.</summary>
    [Bounds(MinItems = 1, MaxItems = ApiLimits.MaxBatchSize)]
    public required IReadOnlyList<BatchResult> Results { get; init; }
}

/// <summary>What became of one workout of a batch: what <c>POST /workouts</c> would have answered.</summary>
public sealed class BatchResult
{
    /// <summary>The HTTP status that the workout alone would have had.</summary>
    public required int Status { get; init; }

    /// <summary>The workout, when it is logged.</summary>
    public WorkoutResponse? Workout { get; init; }

    /// <summary>The workout's version, when it is logged.</summary>
    public string? Etag { get; init; }

    /// <summary>True when an earlier request had logged it.</summary>
    public bool? IdempotentReplayed { get; init; }

    /// <summary>Why it is not logged.</summary>
    public Problem? Problem { get; init; }
}
