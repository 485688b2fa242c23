namespace WorkoutLog.Local.Plan.Access;

/// <summary>An action, a resource or a principal in a policy, with wildcards.</summary>
/// <param name="Text">For <see cref="IsNegated"/>, all excluded texts, joined.</param>
/// <param name="IsNegated">Everything except the text, as in <c>NotAction</c>.</param>
internal readonly record struct Pattern(string Text, bool IsNegated = false)
{
    private const string Everything = "*";

    // No name contains it, so only a star matches it.
    private const char Star = '\uE000';

    public Pattern InLowerCase() => this with { Text = Text.ToLowerInvariant() };

    /// <summary>Whether this pattern matches all that the other matches. Undecidable cases count as not covered.</summary>
    public bool Covers(Pattern other)
    {
        if (this == other || this == new Pattern(Everything))
        {
            return true;
        }

        // A question mark would match the character that replaces the other's star.
        return !IsNegated
            && !other.IsNegated
            && !(Text.Contains('?', StringComparison.Ordinal) && other.Text.Contains('*', StringComparison.Ordinal))
            && Wildcard.Matches(Text, other.Text.Replace('*', Star));
    }

    /// <summary>Whether both can match the same text. Undecidable cases count as yes.</summary>
    public bool Overlaps(Pattern other) => IsNegated || other.IsNegated || Overlap(Text, other.Text);

    private static bool Overlap(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        // reached[i]: the first i characters of one can match the characters of other so far.
        var reached = new bool[one.Length + 1];
        reached[0] = true;
        Skip(reached, one);
        foreach (var letter in other)
        {
            var next = new bool[one.Length + 1];
            for (var at = 0; at <= one.Length; at++)
            {
                next[at] = letter == '*'
                    ? reached.AsSpan(0, at + 1).Contains(true)
                    : (at > 0 && reached[at - 1] && Same(one[at - 1], letter)) || (at > 0 && one[at - 1] == '*' && (reached[at] || next[at - 1]));
            }

            Skip(next, one);
            reached = next;
        }

        return reached[^1];
    }

    // A star can match nothing.
    private static void Skip(bool[] reached, ReadOnlySpan<char> pattern)
    {
        for (var at = 0; at < pattern.Length; at++)
        {
            reached[at + 1] |= reached[at] && pattern[at] == '*';
        }
    }

    private static bool Same(char one, char other) => one == other || one == '?' || other == '?';
}
