using System.Text.RegularExpressions;
using WorkoutLog.Infra.Settings.Declaration;

namespace WorkoutLog.Infra.Settings.Formats;

/// <summary>Formats of DNS names, URLs, origins and e-mail addresses.</summary>
internal static partial class Addresses
{
    private const int MaxDnsNameLength = 253;
    private const int MaxMailLength = 254;

    // An alarm's description has at most 1,024 characters; the rest of it takes less than half.
    private const int MaxUrlLength = 500;

    /// <summary>A fully qualified DNS name in lower case, without the trailing dot.</summary>
    public static bool IsDnsName(string text) => text.Length <= MaxDnsNameLength && DnsName().IsMatch(text);

    /// <summary>An https:// URL to which a file name is appended.</summary>
    public static bool IsHttpsFolder(string text) => text.Length <= MaxUrlLength && HttpsFolder().IsMatch(text);

    /// <summary>A plausible e-mail address; only a delivery proves that it exists.</summary>
    public static Reading<string> JudgeMail(SettingText text) =>
        text.Require(text.Text.Length <= MaxMailLength && Mail().IsMatch(text.Text), "an e-mail address such as oncall@example.com");

    /// <summary>An origin as a browser sends it: scheme, host and port, without the port that the scheme implies.</summary>
    /// <remarks><c>*</c> would allow every page; plain HTTP would let an attacker on the network change the page.</remarks>
    public static Reading<string> JudgeOrigin(SettingText text) => text.Require(
        text.Text.Length <= MaxDnsNameLength && Origin().IsMatch(text.Text) && Uri.TryCreate(text.Text, UriKind.Absolute, out var origin)
            && origin.GetLeftPart(UriPartial.Authority) == text.Text,
        "https:// and a lower-case host, with a port unless it is 443, or http://localhost with a port; no path and no *");

    [GeneratedRegex(@"^(?:https://(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?::[1-9][0-9]{0,4})?|http://(?:localhost|127\.0\.0\.1)(?::[1-9][0-9]{0,4})?)\z")]
    private static partial Regex Origin();

    [GeneratedRegex(@"^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])\z")]
    private static partial Regex DnsName();

    // No space, quote, bracket or parenthesis: alarm descriptions and Markdown contain the URL. No query or fragment: a file name follows.
    [GeneratedRegex(@"^https://(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)*[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?::[0-9]{1,5})?(?:/[A-Za-z0-9._~%@+-]+)*\z")]
    private static partial Regex HttpsFolder();

    [GeneratedRegex(@"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}\z")]
    private static partial Regex Mail();
}
