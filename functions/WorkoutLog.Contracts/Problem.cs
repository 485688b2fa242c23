namespace WorkoutLog.Contracts;

/// <summary>An <c>application/problem+json</c> answer (RFC 9457).</summary>
public sealed class Problem
{
    /// <summary>A URI reference that names the kind of problem.</summary>
    public required string Type { get; init; }

    /// <summary>The kind of problem in a few words; the same for every occurrence.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status code.</summary>
    public required int Status { get; init; }

    /// <summary>What went wrong this time; absent where it would tell too much.</summary>
    public string? Detail { get; init; }

    /// <summary>Each field that was refused; absent where no field is to blame.</summary>
    public IReadOnlyList<ProblemError>? Errors { get; init; }

    /// <summary>The id under which the request is found in the logs.</summary>
    public required string RequestId { get; init; }
}
