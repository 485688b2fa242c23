namespace WorkoutLog.Domain.Validation;

/// <summary>A client-supplied name: printable ASCII characters without spaces.</summary>
public static class ClientNameRule
{
    private const char First = '!';
    private const char Last = '~';

    /// <param name="field">The field or header of the name.</param>
    /// <param name="name">Null for none, which is valid.</param>
    public static FieldError? Check(string field, string? name, int maxLength) => name switch
    {
        null => null,
        "" => new(field, ErrorCodes.Required, $"{field} must not be empty."),
        _ when Characters.Count(name) > maxLength => new(
            field, ErrorCodes.TooLong, $"{field} must have at most {maxLength} characters; got {Characters.Count(name)}."),
        _ when name.AsSpan().ContainsAnyExceptInRange(First, Last) => new(
            field,
            ErrorCodes.InvalidCharacters,
            $"{field} may contain only printable ASCII characters without spaces; got {Received.Quote(name)}."),
        _ => null,
    };
}
