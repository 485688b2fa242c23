using System.Globalization;
using System.Text;
using WorkoutLog.Contracts;

namespace WorkoutLog.Domain.Validation;

/// <summary>A number from 0 to a maximum.</summary>
/// <param name="Unit">As in messages: <c>minutes</c>.</param>
/// <param name="ZeroAllowed">Whether 0 itself is in the range.</param>
internal sealed record QuantityRule(string Field, string Unit, decimal Maximum, bool ZeroAllowed)
{
    public FieldError? Check(decimal value)
    {
        if (value < 0 || value > Maximum || (value == 0 && !ZeroAllowed))
        {
            var from = ZeroAllowed ? "from 0 to" : "above 0 and at most";
            var limit = ExactDecimal.Trim(Maximum).ToString("#,0.##################", CultureInfo.InvariantCulture);
            return new(Field, ErrorCodes.OutOfRange, $"{Field} must be {from} {limit} {Unit}; received {ExactDecimal.Format(value)}.");
        }

        return ExactDecimal.Trim(value).Scale <= ExactDecimal.MaxFractionDigits
            ? null
            : new(
                Field,
                ErrorCodes.TooPrecise,
                $"{Field} may have at most {ExactDecimal.MaxFractionDigits} digits after the point; received {ExactDecimal.Format(value)}.");
    }
}

internal static class NotesRule
{
    public static FieldError? Check(string notes)
    {
        if (notes.Length > ApiLimits.MaxNotesLength)
        {
            string message = string.Create(
                CultureInfo.InvariantCulture, $"notes must have at most {ApiLimits.MaxNotesLength:N0} characters; received {notes.Length:N0}.");
            return new(WorkoutFields.Notes, ErrorCodes.TooLong, message);
        }

        for (var position = 0; position < notes.Length;)
        {
            if (!Rune.TryGetRuneAt(notes, position, out Rune rune))
            {
                return Refuse("half of a surrogate pair", notes[position], position);
            }

            if (Rune.IsControl(rune))
            {
                return Refuse("the control character", rune.Value, position);
            }

            position += rune.Utf16SequenceLength;
        }

        return null;
    }

    private static FieldError Refuse(string what, int codePoint, int position) => new(
        WorkoutFields.Notes,
        ErrorCodes.InvalidCharacters,
        $"notes may not hold control characters or half of a surrogate pair; received {what} U+{codePoint:X4} at position {position}.");
}

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
