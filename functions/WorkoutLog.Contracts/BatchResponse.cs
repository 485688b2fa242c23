namespace WorkoutLog.Contracts;

/// <summary>Answer of <c>POST /workouts/batch</c>.</summary>
public sealed class BatchResponse
{
    /// <summary>One for each workout of the request, in its order.</summary>
    public required IReadOnlyList<BatchResult> Results { get; init; }
}
