using System.Collections.Immutable;
using WorkoutLog.Infra.Settings.Declaration;

using WorkoutLog.Infra.Settings.Formats;

namespace WorkoutLog.Infra.Settings.Keys;

/// <summary>How the API is reached, and by whom.</summary>
public static class ApiKeys
{
    public static readonly Setting<double> ThrottleRate = Setting.PositiveNumber(
        "throttleRate", 100, 10_000, "requests a second", "Requests a second that the stage takes for long");

    public static readonly Setting<int> ThrottleBurst = Setting.WholeNumber(
        "throttleBurst", 200, 1, 5_000, "requests", "Requests that the stage takes at once");

    public static readonly Setting<bool> Firewall = Setting.Switch(
        "firewall", true, "A web ACL with a rate rule and AWS's common rules stands before the API");

    public static readonly Setting<ImmutableArray<string>> AllowedNetworks = Setting.List(
        "allowedNetworks",
        [],
        0,
        100,
        "IPv4 and IPv6 networks in CIDR form",
        "203.0.113.0/24",
        "Networks that may call the API, none for all",
        Network.Judge);

    public static readonly Setting<string?> DomainName = Setting.OptionalText(
        "domainName",
        Addresses.IsDnsName,
        "a DNS name in lower case, such as api.example.org",
        "api.example.org",
        "The API's own name, together with certificateArn");

    public static readonly Setting<string?> CertificateArn = Setting.OptionalText(
        "certificateArn",
        AwsIdentifiers.IsCertificateArn,
        "the ARN of a certificate of AWS Certificate Manager in the stack's region",
        "arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000",
        "Certificate for domainName, in the stack's region");

    public static readonly ImmutableArray<Setting> All =
        [ThrottleRate, ThrottleBurst, Firewall, AllowedNetworks, DomainName, CertificateArn];
}
