namespace WorkoutLog.Domain.Validation;

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
