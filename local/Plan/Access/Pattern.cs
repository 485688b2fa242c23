namespace WorkoutLog.Local.Plan.Access;

/// <summary>What a policy names with wildcards: an action, a resource, a principal.</summary>
/// <param name="Text">For <see cref="IsNegated"/>, all that is left out, joined.</param>
/// <param name="IsNegated">Everything but the text: <c>NotAction</c> and its like.</param>
internal readonly record struct Pattern(string Text, bool IsNegated = false)
{
    private const string Everything = "*";

    // No name holds it, so only a star takes it.
    private const char Star = '\uE000';

    public Pattern InLowerCase() => this with { Text = Text.ToLowerInvariant() };

    /// <summary>Whether all that the other one names is named by this one. What can't be told counts as not covered.</summary>
    public bool Covers(Pattern other)
    {
        if (this == other || this == new Pattern(Everything))
        {
            return true;
        }

        // A question mark would take the character that stands for the other's star.
        return !IsNegated
            && !other.IsNegated
            && !(Text.Contains('?', StringComparison.Ordinal) && other.Text.Contains('*', StringComparison.Ordinal))
            && Wildcard.Matches(Text, other.Text.Replace('*', Star));
    }

    /// <summary>Whether something may be named by both. What can't be told counts as named.</summary>
    public bool Meets(Pattern other) => IsNegated || other.IsNegated || Meet(Text, other.Text);

    private static bool Meet(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        // reached[i]: the first i characters of one can stand for the characters of other so far.
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

    // A star may stand for nothing.
    private static void Skip(bool[] reached, ReadOnlySpan<char> pattern)
    {
        for (var at = 0; at < pattern.Length; at++)
        {
            reached[at + 1] |= reached[at] && pattern[at] == '*';
        }
    }

    private static bool Same(char one, char other) => one == other || one == '?' || other == '?';
}
