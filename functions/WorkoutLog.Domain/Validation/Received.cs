using System.Globalization;
using System.Text;

namespace WorkoutLog.Domain.Validation;

/// <summary>Formats received values for error messages.</summary>
public static class Received
{
    /// <summary>Enough to recognise a value; a hostile value of 256 KB must not be returned in the response.</summary>
    private const int MaxShownCharacters = 64;

    /// <summary>The value in quotes, truncated to 64 characters, with unprintable characters as <c>\uXXXX</c>.</summary>
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

    /// <summary>The name of a field or parameter: unchanged if it could be a known one, otherwise quoted like a value.</summary>
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
