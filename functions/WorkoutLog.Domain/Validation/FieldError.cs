namespace WorkoutLog.Domain.Validation;

/// <summary>Why a field was refused.</summary>
/// <param name="Field">The field's JSON name.</param>
/// <param name="Code">One of <see cref="ErrorCodes"/>.</param>
/// <param name="Message">The value received and what is allowed.</param>
public sealed record FieldError(string Field, string Code, string Message);
