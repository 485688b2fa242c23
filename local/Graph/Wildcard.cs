using System.IO.Enumeration;

namespace WorkoutLog.Local.Graph;

/// <summary>Policy patterns: <c>*</c> matches any characters, including none, <c>?</c> exactly one.</summary>
public static class Wildcard
{
    // Of the private use area, in place of the character that escapes the next one in a pattern of file names.
    private const char Backslash = '\uE001';

    /// <summary>Worst-case time is proportional to the product of both lengths.</summary>
    public static bool Matches(string pattern, string text, bool ignoreCase = false) => text.Length == 0
        ? pattern.AsSpan().IndexOfAnyExcept('*') < 0
        : FileSystemName.MatchesSimpleExpression(pattern.Replace('\\', Backslash), text.Replace('\\', Backslash), ignoreCase);
}
