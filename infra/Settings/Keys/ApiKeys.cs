using System.Collections.Immutable;
using WorkoutLog.Infra.Settings.Declaration;

using WorkoutLog.Infra.Settings.Formats;

namespace WorkoutLog.Infra.Settings.Keys;

/// <summary>How the API is reached, and by whom.</summary>
public static class ApiKeys
{
    private const string FirewallUnit = "requests within 5 minutes";

    public static readonly Setting<double> ThrottleRate = Setting.PositiveNumber(
        "throttleRate", 100, 10_000, "requests a second", "Requests a second that the stage takes for long");

    public static readonly Setting<int> ThrottleBurst = Setting.WholeNumber(
        "throttleBurst", 200, 1, 5_000, "requests", "Requests that the stage takes at once");

    public static readonly Setting<bool> Firewall = Setting.Switch(
        "firewall", true, "A web ACL with rate rules and AWS's common rules is in front of the API");

    public static readonly Setting<int?> FirewallAddressLimit = Setting.WholeNumberOr(
        "stage",
        "firewallAddressLimit",
        FirewallLimits.Least,
        FirewallLimits.Most,
        FirewallUnit,
        "Requests from one address that the firewall lets through, or as many as throttleRate lets through");

    public static readonly Setting<int> FirewallSessionLimit = Setting.WholeNumber(
        "firewallSessionLimit",
        3_000,
        FirewallLimits.Least,
        FirewallLimits.Most,
        FirewallUnit,
        "Requests under one session's temporary credentials that the firewall lets through");

    public static readonly Setting<int> FirewallBulkLimit = Setting.WholeNumber(
        "firewallBulkLimit",
        300,
        FirewallLimits.Least,
        FirewallLimits.Most,
        FirewallUnit,
        "Batches and exports under one session's temporary credentials that the firewall lets through");

    public static readonly Setting<ImmutableArray<string>> AllowedNetworks = Setting.List(
        "allowedNetworks",
        [],
        0,
        100,
        "IPv4 and IPv6 networks in CIDR form",
        "203.0.113.0/24",
        "Networks that may call the API, none for all",
        Network.Judge);

    public static readonly Setting<ImmutableArray<string>> AllowedOrigins = Setting.List(
        "allowedOrigins",
        [],
        0,
        20,
        "origins of web pages",
        "https://app.example.org",
        "Origins whose pages may call the API from a browser (CORS), none for no page",
        Addresses.JudgeOrigin);

    /// <remarks>Names and no ARNs: the API lets in its own account only, and the ARN of a session leaves out the role's path.</remarks>
    public static readonly Setting<ImmutableArray<string>> ServiceRoles = Setting.List(
        "serviceRoles",
        [],
        0,
        20,
        "names of IAM roles of the stack's account",
        "workout-importer",
        "Roles of backends that may act for every user; anybody else needs a Cognito identity and acts for that only",
        AwsIdentifiers.JudgeRoleName);

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
        [ThrottleRate, ThrottleBurst, Firewall, FirewallAddressLimit, FirewallSessionLimit, FirewallBulkLimit, AllowedNetworks, AllowedOrigins, ServiceRoles, DomainName, CertificateArn];
}
