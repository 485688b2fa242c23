using System.Globalization;
using System.Text;

namespace WorkoutLog.Domain.Validation;

/// <summary>Shows what was received in an error message.</summary>
public static class Received
{
    /// <summary>Enough to recognise a value by; a hostile value of 256 KB must not come back in the answer.</summary>
    private const int MaxShownCharacters = 64;

    /// <summary>The value in quotes, cut to 64 characters, everything unprintable written as <c>\uXXXX</c>.</summary>
    public static string Quote(string value)
    {
        var shown = new StringBuilder("\"");
        var length = 0;
        foreach (Rune rune in value.EnumerateRunes())
        {
            if (length == MaxShownCharacters)
            {
                return shown.Append("\"…").ToString();
            }

            Append(shown, rune);
            length++;
        }

        return shown.Append('"').ToString();
    }

    /// <summary>The name of a field or parameter: as it is when it could be one of ours, else in quotes like a value.</summary>
    public static string Name(string name) =>
        name.Length is > 0 and <= MaxShownCharacters && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') ? name : Quote(name);

    private static void Append(StringBuilder shown, Rune rune)
    {
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        {
            shown.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}");
        }
        else
        {
            shown.Append(rune.ToString());
        }
    }
}
