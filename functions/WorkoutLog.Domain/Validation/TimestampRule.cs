namespace WorkoutLog.Domain.Validation;

internal static class TimestampRule
{
    private static readonly DateTimeOffset _earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // A client's clock or calendar may be a day ahead; a typing error in the year is more.
    private static readonly TimeSpan _furthestAhead = TimeSpan.FromHours(24);

    /// <param name="timestamp">In whole microseconds; <paramref name="now"/> when nothing was sent.</param>
    public static FieldError? Check(string? text, DateTimeOffset now, out DateTimeOffset timestamp)
    {
        timestamp = UtcTimestamp.TruncateToMicroseconds(now);
        if (text is null)
        {
            return null;
        }

        if (!Rfc3339.TryParse(text, out DateTimeOffset parsed))
        {
            return Refuse(ErrorCodes.Malformed, "must be an RFC 3339 timestamp with an offset, such as 2026-05-09T07:30:00+02:00", text);
        }

        timestamp = parsed;
        if (parsed < _earliest)
        {
            return Refuse(ErrorCodes.OutOfRange, $"must not be before {UtcTimestamp.Format(_earliest)}", text);
        }

        DateTimeOffset latest = now + _furthestAhead;
        return parsed > latest
            ? Refuse(ErrorCodes.OutOfRange, $"must be at most 24 hours ahead, until {UtcTimestamp.Format(latest)}", text)
            : null;
    }

    private static FieldError Refuse(string code, string rule, string text) =>
        new(WorkoutFields.WorkoutTimestamp, code, $"workoutTimestamp {rule}; received {Received.Quote(text)}.");
}
