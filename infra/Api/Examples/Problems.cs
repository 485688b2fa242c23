using WorkoutLog.Contracts;

namespace WorkoutLog.Infra.Api.Examples;

/// <summary>Problems as the functions answer them.</summary>
internal static class Problems
{
    public static Problem Of(ProblemKind kind, string? detail, params IReadOnlyList<ProblemError> errors) => new()
    {
        Type = kind.Type,
        Title = kind.Title,
        Status = kind.Status,
        Detail = detail,
        Errors = errors.Count == 0 ? null : errors,
        RequestId = ExampleValues.RequestId,
    };

    /// <param name="errors">At least one.</param>
    public static Problem Refused(ProblemKind kind, params IReadOnlyList<ProblemError> errors) =>
        Of(kind, errors.Count == 1 ? errors[0].Message : $"{errors.Count} errors, each named under errors.", errors);

    public static Problem Invalid(params IReadOnlyList<ProblemError> errors) => Refused(ProblemKind.InvalidRequest, errors);

    public static Problem NotYourData { get; } = Of(ProblemKind.NotYourData, "A signed-in athlete may act for its own userId only.");

    public static Problem WorkoutNotFound { get; } = Of(ProblemKind.WorkoutNotFound, "The user has no workout of this id.");

    public static Problem Stale { get; } = Of(
        ProblemKind.VersionMismatch, "The workout is at version \"2\", which If-Match does not name.");

    public static Problem NotJson { get; } = Refused(ProblemKind.UnsupportedMediaType, Error(
        HeaderNames.ContentType, "unsupported_value", "Content-Type must be application/json in UTF-8; received \"text/plain\"."));

    public static ProblemError Error(string field, string code, string message) => new() { Field = field, Code = code, Message = message };

    public static ProblemError ReversedBounds(string from, string to) =>
        Error(QueryParameters.From, "out_of_range", $"from must not be after to; received \"{from}\" and \"{to}\".");
}
