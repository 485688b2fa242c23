namespace WorkoutLog.Contracts;

/// <summary>One refused field of a request.</summary>
public sealed class ProblemError
{
    /// <summary>The field's JSON name; <c>body</c> for the body as a whole.</summary>
    public required string Field { get; init; }

    /// <summary>Stable, in snake case, for programs: <c>out_of_range</c>.</summary>
    public required string Code { get; init; }

    /// <summary>For people: the value received and what is allowed.</summary>
    public required string Message { get; init; }
}
