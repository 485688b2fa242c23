namespace WorkoutLog.Contracts;

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
