namespace WorkoutLog.Infra.Settings;

/// <summary>Levenshtein distance: the number of letters to insert, delete or replace.</summary>
public static class EditDistance
{
    /// <summary>
    /// The most likely name: the only one that begins with <paramref name="typed"/> and is at most twice as long, or else the one with the
    /// smallest distance. Null when every distance is above a quarter of the letters plus one.
    /// </summary>
    public static string? Nearest(string typed, IEnumerable<string> names)
    {
        var all = names.ToArray();
        return all.Where(name => name.Length <= 2 * typed.Length && name.StartsWith(typed, StringComparison.Ordinal)).ToArray() is [var longer]
            ? longer
            : all.Where(name => Between(typed, name) <= 1 + (typed.Length / 4)).MinBy(name => Between(typed, name));
    }

    public static int Between(string left, string right)
    {
        // One row of the table at a time: distances from the letters of left seen so far to each beginning of right.
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        foreach (var (index, letter) in left.Index())
        {
            var diagonal = row[0];
            row[0] = index + 1;
            for (var column = 1; column <= right.Length; column++)
            {
                var above = row[column];
                var replaced = diagonal + (letter == right[column - 1] ? 0 : 1);
                row[column] = Math.Min(replaced, 1 + Math.Min(above, row[column - 1]));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
