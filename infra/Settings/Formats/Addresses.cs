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

    [GeneratedRegex(@"^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])\z")]
    private static partial Regex DnsName();

    // No space, quote, bracket or parenthesis: the address is found again in an alarm's text and in Markdown. No query and no fragment: a name follows.
    [GeneratedRegex(@"^https://(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)*[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?::[0-9]{1,5})?(?:/[A-Za-z0-9._~%@+-]+)*\z")]
    private static partial Regex HttpsFolder();

    [GeneratedRegex(@"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}\z")]
    private static partial Regex Mail();
}
