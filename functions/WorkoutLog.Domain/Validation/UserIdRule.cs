using System.Buffers;
using WorkoutLog.Contracts;

namespace WorkoutLog.Domain.Validation;

/// <summary>
/// A user id has up to <see cref="ApiLimits.MaxUserIdLength"/> of the <see cref="ApiLimits.UserIdCharacters"/>: e-mail-like names and
/// UUIDs fit, and so do Cognito identity ids (<c>region:uuid</c>).
/// <c>batch</c> is refused, because <c>/workouts/batch</c> is another route.
/// </summary>
public static class UserIdRule
{
    private const string Reserved = "batch";

    private static readonly SearchValues<char> _allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:@-");

    /// <returns>The error, or null if the id is valid.</returns>
    public static FieldError? Check(string userId)
    {
        if (userId.Length == 0)
        {
            return Refuse(ErrorCodes.Required, "must not be empty");
        }

        if (Characters.Count(userId) is var length && length > ApiLimits.MaxUserIdLength)
        {
            return Refuse(ErrorCodes.TooLong, $"must have at most {ApiLimits.MaxUserIdLength} characters; got {length}");
        }

        if (userId == Reserved)
        {
            return Refuse(ErrorCodes.Reserved, $"must not be \"{Reserved}\", which is reserved");
        }

        return userId.AsSpan().ContainsAnyExcept(_allowed)
            ? Refuse(ErrorCodes.InvalidCharacters, $"may contain only letters A-Z and a-z, digits and . _ : @ -; got {Received.Quote(userId)}")
            : null;
    }

    private static FieldError Refuse(string code, string rule) => new(WorkoutFields.UserId, code, $"userId {rule}.");
}
