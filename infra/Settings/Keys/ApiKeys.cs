using System.Collections.Immutable;
using WorkoutLog.Infra.Settings.Declaration;

using WorkoutLog.Infra.Settings.Formats;

namespace WorkoutLog.Infra.Settings.Keys;

/// <summary>Throttling, firewall, access and domain of the API.</summary>
public static class ApiKeys
{
    private const string FirewallUnit = "requests per 5 minutes";

    public static readonly Setting<double> ThrottleRate = Setting.PositiveNumber(
        "throttleRate", 100, 10_000, "requests per second", "Steady-state request rate, in requests per second");

    public static readonly Setting<int> ThrottleBurst = Setting.WholeNumber(
        "throttleBurst", 200, 1, 5_000, "requests", "Maximum request burst");

    public static readonly Setting<bool> Firewall = Setting.Switch(
        "firewall", true, "Web ACL with rate rules and AWS's common rules in front of the API");

    public static readonly Setting<int?> FirewallAddressLimit = Setting.WholeNumberOr(
        "stage",
        "firewallAddressLimit",
        FirewallLimits.Least,
        FirewallLimits.Most,
        FirewallUnit,
        "Requests per IP address within 5 minutes. stage allows as many as throttleRate");

    public static readonly Setting<int> FirewallSessionLimit = Setting.WholeNumber(
        "firewallSessionLimit",
        3_000,
        FirewallLimits.Least,
        FirewallLimits.Most,
        FirewallUnit,
        "Requests per session of temporary credentials within 5 minutes");

    public static readonly Setting<int> FirewallBulkLimit = Setting.WholeNumber(
        "firewallBulkLimit",
        300,
        FirewallLimits.Least,
        FirewallLimits.Most,
        FirewallUnit,
        "Batches and exports per session of temporary credentials within 5 minutes");

    public static readonly Setting<ImmutableArray<string>> AllowedNetworks = Setting.List(
        "allowedNetworks",
        [],
        0,
        100,
        "IPv4 and IPv6 networks in CIDR form",
        "203.0.113.0/24",
        "Networks that may call the API, empty for all",
        Network.Judge);

    public static readonly Setting<ImmutableArray<string>> AllowedOrigins = Setting.List(
        "allowedOrigins",
        [],
        0,
        20,
        "origins of web pages",
        "https://app.example.org",
        "Origins that may call the API from a browser with CORS, empty for none",
        Addresses.JudgeOrigin);

    /// <remarks>Names, not ARNs: the API admits its own account only, and a session's ARN omits the role's path.</remarks>
    public static readonly Setting<ImmutableArray<string>> ServiceRoles = Setting.List(
        "serviceRoles",
        [],
        0,
        20,
        "names of IAM roles of the stack's account",
        "workout-importer",
        "Backend roles that may act for every user. Other callers need a Cognito identity and may act only for that identity",
        AwsIdentifiers.JudgeRoleName);

    public static readonly Setting<string?> DomainName = Setting.OptionalText(
        "domainName",
        Addresses.IsDnsName,
        "a DNS name in lower case, such as api.example.org",
        "api.example.org",
        "Custom domain of the API, set together with certificateArn");

    public static readonly Setting<string?> CertificateArn = Setting.OptionalText(
        "certificateArn",
        AwsIdentifiers.IsCertificateArn,
        "the ARN of a certificate of AWS Certificate Manager in the stack's region",
        "arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000",
        "Certificate for domainName, in the stack's region");

    public static readonly ImmutableArray<Setting> All =
        [ThrottleRate, ThrottleBurst, Firewall, FirewallAddressLimit, FirewallSessionLimit, FirewallBulkLimit, AllowedNetworks, AllowedOrigins, ServiceRoles, DomainName, CertificateArn];
}
