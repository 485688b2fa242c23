using WorkoutLog.Contracts;
using WorkoutLog.Domain.Validation;

namespace WorkoutLog.Http;

/// <summary>A client's name for a write: 1–255 printable ASCII characters without spaces.</summary>
public static class IdempotencyKey
{
    private const char First = '!';
    private const char Last = '~';

    /// <param name="field">What the key was sent as.</param>
    /// <param name="key">Null for none, which is no error.</param>
    public static FieldError? Check(string field, string? key) => key switch
    {
        null => null,
        "" => new(field, ErrorCodes.Required, $"{field} must not be empty."),
        _ when Characters.Count(key) > ApiLimits.MaxIdempotencyKeyLength => new(
            field,
            ErrorCodes.TooLong,
            $"{field} must have at most {ApiLimits.MaxIdempotencyKeyLength} characters; received {Characters.Count(key)}."),
        _ when key.AsSpan().ContainsAnyExceptInRange(First, Last) => new(
            field,
            ErrorCodes.InvalidCharacters,
            $"{field} may hold only printable ASCII characters without blanks; received {Received.Quote(key)}."),
        _ => null,
    };
}
