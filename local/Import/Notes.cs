namespace WorkoutLog.Local.Import;

/// <summary>Converts texts of other applications to valid notes.</summary>
internal static class Notes
{
    private const string Cut = "…";

    /// <summary>One line per non-empty text, without control characters except line breaks and tabs.</summary>
    /// <returns>Null for none.</returns>
    public static string? Join(IEnumerable<string?> texts)
    {
        var notes = string.Join('\n', texts.Select(text => Clean(text ?? "")).Where(text => text.Length > 0));
        return notes.Length == 0 ? null : notes;
    }

    /// <summary>Cuts notes that are too long.</summary>
    public static string? Shorten(string? notes, int maxLength)
    {
        if (notes is null || notes.Length <= maxLength)
        {
            return notes;
        }

        var length = maxLength - Cut.Length;
        // Not between the halves of a surrogate pair.
        return $"{notes[..(char.IsHighSurrogate(notes[length - 1]) ? length - 1 : length)]}{Cut}";
    }

    private static string Clean(string text) =>
        string.Concat(text.ReplaceLineEndings("\n").EnumerateRunes().Where(rune => !Rune.IsControl(rune) || rune.Value is '\n' or '\t')).Trim();
}
