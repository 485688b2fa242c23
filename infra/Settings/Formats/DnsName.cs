using System.Text.RegularExpressions;

namespace WorkoutLog.Infra.Settings.Formats;

/// <summary>A full DNS name in lower case, without the dot of the root.</summary>
internal static partial class DnsName
{
    private const int MaxLength = 253;

    public static bool IsValid(string text) => text.Length <= MaxLength && Form().IsMatch(text);

    [GeneratedRegex(@"^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])\z")]
    private static partial Regex Form();
}
