namespace WorkoutLog.Offline.ProviderSdk.Declarations;

/// <summary>Finds the reason of a deprecation in a documentation comment.</summary>
public static class DeprecationText
{
    private const string Tag = "@deprecated";

    /// <summary>The text after the tag on one line; empty if there is none, null without the tag.</summary>
    public static string? Find(string? comment)
    {
        var start = comment?.IndexOf(Tag, StringComparison.Ordinal) ?? -1;
        if (start < 0)
        {
            return null;
        }

        var lines = comment![(start + Tag.Length)..]
            .Replace("*/", string.Empty, StringComparison.Ordinal)
            .Split('\n')
            .Select(line => line.Trim().TrimStart('*').Trim());
        return string.Join(' ', lines.TakeWhile((line, index) => index == 0 || !line.StartsWith('@'))).Trim();
    }
}
