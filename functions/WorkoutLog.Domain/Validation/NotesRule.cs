using System.Globalization;
using System.Text;

namespace WorkoutLog.Domain.Validation;

internal static class NotesRule
{
    public const int MaxLength = 1_000;

    public static FieldError? Check(string notes)
    {
        if (notes.Length > MaxLength)
        {
            string message = string.Create(
                CultureInfo.InvariantCulture, $"notes must have at most {MaxLength:N0} characters; received {notes.Length:N0}.");
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
