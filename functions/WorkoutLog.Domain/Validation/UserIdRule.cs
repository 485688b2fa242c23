using System.Buffers;
using WorkoutLog.Contracts;

namespace WorkoutLog.Domain.Validation;

/// <summary>
/// A user id has up to <see cref="ApiLimits.MaxUserIdLength"/> of the <see cref="ApiLimits.UserIdCharacters"/>: e-mail-like names and
/// UUIDs fit, and so do Cognito identity ids (<c>region:uuid</c>).
/// <c>batch</c> is refused, for <c>/workouts/batch</c> is a path of its own.
/// </summary>
public static class UserIdRule
{
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

        if (Characters.Count(userId) is var length && length > ApiLimits.MaxUserIdLength)
        {
            return Refuse(ErrorCodes.TooLong, $"must have at most {ApiLimits.MaxUserIdLength} characters; received {length}");
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
