using System.Text.RegularExpressions;
using WorkoutLog.Infra.Settings.Declaration;

namespace WorkoutLog.Infra.Settings.Formats;

/// <summary>Names and addresses of the internet.</summary>
internal static partial class Addresses
{
    private const int MaxDnsNameLength = 253;
    private const int MaxMailLength = 254;

    // An alarm's description takes 1,024 characters; the rest of it is shorter than the half.
    private const int MaxUrlLength = 500;

    /// <summary>A full DNS name in lower case, without the dot of the root.</summary>
    public static bool IsDnsName(string text) => text.Length <= MaxDnsNameLength && DnsName().IsMatch(text);

    /// <summary>An address in front of the name of a file, for texts.</summary>
    public static bool IsHttpsFolder(string text) => text.Length <= MaxUrlLength && HttpsFolder().IsMatch(text);

    /// <summary>A mail address that SNS could send to: plausible, since only a delivery proves one.</summary>
    public static Reading<string> JudgeMail(SettingText text) =>
        text.Require(text.Text.Length <= MaxMailLength && Mail().IsMatch(text.Text), "a mail address such as oncall@example.com");

    /// <summary>An origin as a browser sends it: scheme, host and port, without the port that the scheme implies.</summary>
    /// <remarks><c>*</c> would let every page read what it can get a signature for; plain HTTP would let anybody on the way change the page.</remarks>
    public static Reading<string> JudgeOrigin(SettingText text) => text.Require(
        text.Text.Length <= MaxDnsNameLength && Origin().IsMatch(text.Text) && Uri.TryCreate(text.Text, UriKind.Absolute, out var origin)
            && origin.GetLeftPart(UriPartial.Authority) == text.Text,
        "https:// and a host in lower case, with its port unless that is 443, or http://localhost with its port; no path, and no *, which would let every page call");

    [GeneratedRegex(@"^(?:https://(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?::[1-9][0-9]{0,4})?|http://(?:localhost|127\.0\.0\.1)(?::[1-9][0-9]{0,4})?)\z")]
    private static partial Regex Origin();

    [GeneratedRegex(@"^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])\z")]
    private static partial Regex DnsName();

    // No space, quote, bracket or parenthesis: the address is found again in an alarm's text and in Markdown. No query and no fragment: a name follows.
    [GeneratedRegex(@"^https://(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)*[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?::[0-9]{1,5})?(?:/[A-Za-z0-9._~%@+-]+)*\z")]
    private static partial Regex HttpsFolder();

    [GeneratedRegex(@"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}\z")]
    private static partial Regex Mail();
}
