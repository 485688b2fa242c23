namespace WorkoutLog.Local.Graph;

/// <summary>The patterns of policies: <c>*</c> stands for any characters, also none, <c>?</c> for exactly one.</summary>
public static class Wildcard
{
    /// <summary>In time proportional to the product of both lengths at the most, whatever the pattern.</summary>
    public static bool Matches(string pattern, string text, bool ignoreCase = false)
    {
        var (at, place) = (0, 0);
        // Where the last star stands, and up to where it has taken the text so far: an earlier star never has to take more.
        var (star, taken) = (-1, 0);
        while (place < text.Length)
        {
            if (at < pattern.Length && pattern[at] == '*')
            {
                (star, taken) = (at++, place);
            }
            else if (at < pattern.Length && (pattern[at] == '?' || Same(pattern[at], text[place], ignoreCase)))
            {
                at++;
                place++;
            }
            else if (star >= 0)
            {
                (at, place) = (star + 1, ++taken);
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(at).IndexOfAnyExcept('*') < 0;
    }

    private static bool Same(char one, char other, bool ignoreCase) =>
        one == other || (ignoreCase && char.ToUpperInvariant(one) == char.ToUpperInvariant(other));
}
