using System.Text.RegularExpressions;

namespace WorkoutLog.Infra.Settings.Formats;

/// <summary>An address that stands in texts, followed by the name of a file.</summary>
internal static partial class HttpsUrl
{
    // An alarm's description takes 1,024 characters; the rest of it is shorter than the half.
    private const int MaxLength = 500;

    public static bool IsFolder(string text) => text.Length <= MaxLength && Form().IsMatch(text);

    // No blank, quote, bracket or parenthesis: the address is found again in an alarm's text and in Markdown. No query and no fragment: a name follows.
    [GeneratedRegex(@"^https://(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)*[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?::[0-9]{1,5})?(?:/[A-Za-z0-9._~%@+-]+)*\z")]
    private static partial Regex Form();
}
