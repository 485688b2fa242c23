namespace WorkoutLog.Domain.Validation;

/// <summary>A client's own name for something: visible ASCII characters without spaces.</summary>
public static class ClientNameRule
{
    private const char First = '!';
    private const char Last = '~';

    /// <param name="field">What the name was sent as.</param>
    /// <param name="name">Null for none, which is no error.</param>
    public static FieldError? Check(string field, string? name, int maxLength) => name switch
    {
        null => null,
        "" => new(field, ErrorCodes.Required, $"{field} must not be empty."),
        _ when name.Length > maxLength => new(
            field, ErrorCodes.TooLong, $"{field} must have at most {maxLength} characters; received {name.Length}."),
        _ when name.AsSpan().ContainsAnyExceptInRange(First, Last) => new(
            field,
            ErrorCodes.InvalidCharacters,
            $"{field} may hold only printable ASCII characters without spaces; received {Received.Quote(name)}."),
        _ => null,
    };
}
