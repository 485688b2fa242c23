using WorkoutLog.Contracts;
using WorkoutLog.Domain.Validation;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Http;

/// <summary>What went wrong with a request, or with a part of it.</summary>
public static class Problems
{
    public static Problem Of(ProblemKind kind, ApiRequest request, string? detail) => Of(kind, request, detail, errors: null);

    /// <summary>What an exception means to the client.</summary>
    public static Problem Of(Exception exception, ApiRequest request) => exception switch
    {
        StorageConflictException => Of(
            ProblemKind.Conflict, request, "Other writes for this user kept getting in the way; nothing was written. Try again."),
        StorageRejectedException => Of(
            ProblemKind.InvalidRequest, request, "The tables do not take the workout with these values; nothing was written."),
        StorageUnavailableException => Of(ProblemKind.Unavailable, request, "The data could not be reached in time. Try again."),
        // Anything more could tell a stranger how the inside looks; the log has it under the request id.
        _ => Of(ProblemKind.InternalError, request, detail: null),
    };

    /// <param name="errors">At least one.</param>
    public static Problem Invalid(ApiRequest request, params IReadOnlyList<FieldError> errors) =>
        Refused(ProblemKind.InvalidRequest, request, errors);

    /// <summary>Counts the errors, too: every refused field comes through here.</summary>
    /// <param name="errors">At least one.</param>
    public static Problem Refused(ProblemKind kind, ApiRequest request, params IReadOnlyList<FieldError> errors)
    {
        request.Metrics.CountRefused(errors.Count);
        return Of(
            kind,
            request,
            errors.Count == 1 ? errors[0].Message : $"{errors.Count} errors, each named under errors.",
            [.. errors.Select(error => new ProblemError { Field = error.Field, Code = error.Code, Message = error.Message })]);
    }

    /// <summary>The same whether or not the user exists, and for an id that no workout can have.</summary>
    public static Problem WorkoutNotFound(ApiRequest request) =>
        Of(ProblemKind.WorkoutNotFound, request, "The user has no workout of this id.");

    private static Problem Of(ProblemKind kind, ApiRequest request, string? detail, IReadOnlyList<ProblemError>? errors) => new()
    {
        Type = kind.Type,
        Title = kind.Title,
        Status = kind.Status,
        Detail = detail,
        Errors = errors,
        RequestId = request.RequestId,
    };
}
