using System.Buffers;

namespace WorkoutLog.Domain.Validation;

/// <summary>
/// A user id has 1–128 characters of <c>A-Z a-z 0-9 . _ : @ -</c>: e-mail-like names and UUIDs fit,
/// and so do Cognito identity ids (<c>region:uuid</c>). <c>#</c> stays free to separate the parts of table keys.
/// <c>batch</c> is refused, for <c>/workouts/batch</c> is a path of its own.
/// </summary>
public static class UserIdRule
{
    public const int MaxLength = 128;

    private const string Reserved = "batch";

    private static readonly SearchValues<char> _allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:@-");

    /// <returns>The error, or null when the id is good.</returns>
    public static FieldError? Check(string userId)
    {
        if (userId.Length == 0)
        {
            return Refuse(ErrorCodes.Required, "must not be empty");
        }

        if (userId.Length > MaxLength)
        {
            return Refuse(ErrorCodes.TooLong, $"must have at most {MaxLength} characters; received {userId.Length}");
        }

        if (userId == Reserved)
        {
            return Refuse(ErrorCodes.Reserved, $"may not be \"{Reserved}\", which the API's own paths use");
        }

        return userId.AsSpan().ContainsAnyExcept(_allowed)
            ? Refuse(ErrorCodes.InvalidCharacters, $"may hold only letters A-Z and a-z, digits and . _ : @ -; received {Received.Quote(userId)}")
            : null;
    }

    private static FieldError Refuse(string code, string rule) => new(WorkoutFields.UserId, code, $"userId {rule}.");
}
