using System.Globalization;
using System.Net;

using WorkoutLog.Infra.Settings.Declaration;

namespace WorkoutLog.Infra.Settings.Formats;

/// <summary>A network in CIDR form, as <c>aws:SourceIp</c> accepts it in a policy.</summary>
internal static class Network
{
    private const string Form = "an IPv4 or IPv6 network in CIDR form, such as 203.0.113.0/24 or 2001:db8::/32";

    /// <returns>The network in its canonical spelling.</returns>
    public static Reading<string> Judge(SettingText setting)
    {
        var text = setting.Text;
        if (!IPNetwork.TryParse(text, out var network) || !IsWrittenInFull(text, network))
        {
            return setting.Refuse<string>(Form);
        }

        // IPNetwork drops host bits silently; their author may have meant another network.
        return Address(text).Equals(network.BaseAddress)
            ? Reading.Of(network.ToString())
            : setting.Refuse<string>($"a network without host bits, such as {network}", network.ToString());
    }

    // IPNetwork also accepts 10.1/16, 010.0.0.0/8 (octal) and zone identifiers, which IAM does not.
    private static bool IsWrittenInFull(string text, IPNetwork network)
    {
        var (address, prefix) = Split(text);
        return prefix == network.PrefixLength.ToString(CultureInfo.InvariantCulture)
            && !address.Contains('%', StringComparison.Ordinal)
            && (address.Contains(':', StringComparison.Ordinal) || address == Address(text).ToString());
    }

    private static IPAddress Address(string text) => IPAddress.Parse(Split(text).Address);

    private static (string Address, string Prefix) Split(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return (text[..slash], text[(slash + 1)..]);
    }
}
