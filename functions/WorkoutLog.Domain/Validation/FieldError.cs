namespace WorkoutLog.Domain.Validation;

/// <summary>Why a field was refused.</summary>
/// <param name="Field">The field's JSON name.</param>
/// <param name="Code">One of <see cref="ErrorCodes"/>.</param>
/// <param name="Message">The value received and what is allowed.</param>
public sealed record FieldError(string Field, string Code, string Message);

/// <summary>Codes of <see cref="FieldError"/>; clients may depend on them.</summary>
public static class ErrorCodes
{
    public const string Required = "required";
    public const string WrongType = "wrong_type";
    public const string Unknown = "unknown_field";
    public const string Duplicate = "duplicate_field";
    public const string UnknownParameter = "unknown_parameter";
    public const string RepeatedParameter = "repeated_parameter";
    public const string Malformed = "malformed";
    public const string TooLong = "too_long";
    public const string TooLarge = "too_large";
    public const string InvalidCharacters = "invalid_characters";
    public const string OutOfRange = "out_of_range";
    public const string TooPrecise = "too_precise";
    public const string Unsupported = "unsupported_value";
    public const string Reserved = "reserved";
    public const string ReadOnly = "read_only";
    public const string TooManyErrors = "too_many_errors";
}

/// <summary>JSON names of the fields, as errors name them.</summary>
public static class WorkoutFields
{
    public const string WorkoutId = "workoutId";
    public const string UserId = "userId";
    public const string WorkoutType = "workoutType";
    public const string DurationMinutes = "durationMinutes";
    public const string CaloriesBurned = "caloriesBurned";
    public const string DistanceKm = "distanceKm";
    public const string Notes = "notes";
    public const string WorkoutTimestamp = "workoutTimestamp";
    public const string ExternalId = "externalId";

    /// <summary>Of a workout in a batch.</summary>
    public const string IdempotencyKey = "idempotencyKey";

    /// <summary>Of a batch.</summary>
    public const string Workouts = "workouts";
}
