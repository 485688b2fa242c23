using System.Globalization;
using System.Text;
using WorkoutLog.Contracts;

namespace WorkoutLog.Domain.Validation;

/// <summary>A number from 0 to a maximum.</summary>
/// <param name="Unit">As in messages: <c>minutes</c>.</param>
/// <param name="ZeroAllowed">Whether 0 itself is in the range.</param>
internal sealed record QuantityRule(string Field, string Unit, WorkoutLimit Maximum, bool ZeroAllowed)
{
    public FieldError? Check(decimal value, WorkoutRules rules)
    {
        var maximum = rules[Maximum];
        if (value < 0 || value > maximum || (value == 0 && !ZeroAllowed))
        {
            var range = string.Create(CultureInfo.InvariantCulture, $"{(ZeroAllowed ? "from 0 to" : "above 0 and at most")} {maximum:N0}");
            return new(Field, ErrorCodes.OutOfRange, $"{Field} must be {range} {Unit}; got {ExactDecimal.Format(value)}.");
        }

        return ExactDecimal.Trim(value).Scale <= ExactDecimal.MaxFractionDigits
            ? null
            : new(
                Field,
                ErrorCodes.TooPrecise,
                $"{Field} may have at most {ExactDecimal.MaxFractionDigits} digits after the point; got {ExactDecimal.Format(value)}.");
    }
}

internal static class NotesRule
{
    public static FieldError? Check(string notes, WorkoutRules rules)
    {
        var (length, maximum) = (Characters.Count(notes), rules[WorkoutLimit.MaxNotesLength]);
        if (length > maximum)
        {
            string message = string.Create(
                CultureInfo.InvariantCulture, $"notes must have at most {maximum:N0} characters; got {length:N0}.");
            return new(WorkoutFields.Notes, ErrorCodes.TooLong, message);
        }

        var position = 1;
        foreach (Rune rune in notes.EnumerateRunes())
        {
            if (Rune.IsControl(rune) && rune.Value is not ('\n' or '\t'))
            {
                return new(
                    WorkoutFields.Notes,
                    ErrorCodes.InvalidCharacters,
                    $"notes must not contain control characters other than line breaks (\\n or \\r\\n) and tabs; got U+{rune.Value:X4} as character {position}.");
            }

            position++;
        }

        return null;
    }
}

internal static class TimestampRule
{
    /// <param name="timestamp">In whole microseconds; <paramref name="now"/> when nothing was sent.</param>
    public static FieldError? Check(string? text, WorkoutRules rules, DateTimeOffset now, out DateTimeOffset timestamp)
    {
        timestamp = UtcTimestamp.TruncateToMicroseconds(now);
        if (text is null)
        {
            return null;
        }

        if (Rfc3339.Read(text, out DateTimeOffset parsed) is { } rule)
        {
            return Refuse(ErrorCodes.Malformed, $"must {rule}", text);
        }

        timestamp = parsed;
        if (parsed.UtcDateTime.Year < rules[WorkoutLimit.EarliestYear])
        {
            return Refuse(ErrorCodes.OutOfRange, $"must not be before the year {rules[WorkoutLimit.EarliestYear]} (UTC)", text);
        }

        var latest = now + TimeSpan.FromHours(rules[WorkoutLimit.MaxHoursAhead]);
        return parsed > latest
            ? Refuse(ErrorCodes.OutOfRange, $"must be at most {rules[WorkoutLimit.MaxHoursAhead]} h ahead, until {UtcTimestamp.Format(latest)}", text)
            : null;
    }

    private static FieldError Refuse(string code, string rule, string text) =>
        new(WorkoutFields.WorkoutTimestamp, code, $"workoutTimestamp {rule}; got {Received.Quote(text)}.");
}
