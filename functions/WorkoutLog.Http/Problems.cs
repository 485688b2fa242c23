using WorkoutLog.Contracts;
using WorkoutLog.Domain.Validation;
using WorkoutLog.Storage.Resilience;

namespace WorkoutLog.Http;

/// <summary>Creates the problem of a request, or of a part of it.</summary>
public static class Problems
{
    public static Problem Of(ProblemKind kind, ApiRequest request, string? detail) => Of(kind, request, detail, errors: null);

    /// <summary>Maps an exception to the client's problem.</summary>
    public static Problem Of(Exception exception, ApiRequest request) => exception switch
    {
        StorageConflictException => Of(
            ProblemKind.Conflict, request, "Other writes for this user kept conflicting; nothing was written. Try again."),
        StorageRejectedException => Of(
            ProblemKind.InvalidRequest, request, "The workout could not be stored with these values; nothing was written."),
        StorageUnavailableException => Of(ProblemKind.Unavailable, request, "The database could not be reached in time. Try again."),
        // More detail could expose internals; the log has it under the request id.
        _ => Of(ProblemKind.InternalError, request, detail: null),
    };

    /// <param name="errors">At least one.</param>
    public static Problem Invalid(ApiRequest request, params IReadOnlyList<FieldError> errors) =>
        Refused(ProblemKind.InvalidRequest, request, errors);

    /// <summary>Also counts the errors; every refused field passes through here.</summary>
    /// <param name="errors">At least one.</param>
    public static Problem Refused(ProblemKind kind, ApiRequest request, params IReadOnlyList<FieldError> errors)
    {
        request.Metrics.CountRefused(errors.Count);
        return Of(
            kind,
            request,
            errors.Count == 1 ? errors[0].Message : $"{errors.Count} errors, listed in errors.",
            [.. errors.Select(error => new ProblemError { Field = error.Field, Code = error.Code, Message = error.Message })]);
    }

    /// <summary>Identical whether or not the user exists, and for an invalid id.</summary>
    public static Problem WorkoutNotFound(ApiRequest request) =>
        Of(ProblemKind.WorkoutNotFound, request, "The user has no workout with this id.");

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
