using WorkoutLog.Infra.Settings.Declaration;
using WorkoutLog.Infra.Settings.Formats;
using WorkoutLog.Infra.Settings.Keys;

namespace WorkoutLog.Infra.Settings;

public static partial class SettingsValidator
{
    /// <param name="region">The stack's region; null when it is unknown.</param>
    private static ApiSettings ReadApi(SettingValues values, string? region)
    {
        var rate = values.Read(ApiKeys.ThrottleRate);
        return new()
        {
            ThrottleRate = rate,
            ThrottleBurst = values.Read(ApiKeys.ThrottleBurst),
            Firewall = ReadFirewall(values, rate),
            AllowedNetworks = values.Read(ApiKeys.AllowedNetworks),
            AllowedOrigins = values.Read(ApiKeys.AllowedOrigins),
            Domain = ReadDomain(values, region),
            LogRetentionDays = values.Read(ObservabilityKeys.ApiLogRetentionDays),
            LogEveryExecution = values.Read(ObservabilityKeys.ApiLogEveryExecution),
            ManageAccountLogging = values.Read(ObservabilityKeys.ApiManageAccountLogging),
        };
    }

    // The limits are checked without a firewall too: turning it on later must not reveal old mistakes.
    private static FirewallLimits? ReadFirewall(SettingValues values, double throttleRate)
    {
        var stage = FirewallLimits.Of(throttleRate);
        var address = values.Read(ApiKeys.FirewallAddressLimit);
        if (address > stage && values.AreUnderstood(ApiKeys.ThrottleRate, ApiKeys.FirewallAddressLimit))
        {
            values.Refuse(new SettingError(
                ApiKeys.FirewallAddressLimit.Key,
                values.TextOf(ApiKeys.FirewallAddressLimit),
                $"{ApiKeys.FirewallAddressLimit.DefaultText}, or at most {stage}, because {ApiKeys.ThrottleRate.Key} ("
                + $"{values.TextOf(ApiKeys.ThrottleRate)} requests per second) allows no more in {FirewallLimits.WindowSeconds} seconds",
                new ConfigChange(ApiKeys.FirewallAddressLimit.Key, ApiKeys.FirewallAddressLimit.DefaultText)));
        }

        var limits = new FirewallLimits(address ?? stage, values.Read(ApiKeys.FirewallSessionLimit), values.Read(ApiKeys.FirewallBulkLimit));
        return values.Read(ApiKeys.Firewall) ? limits : null;
    }

    private static CustomDomain? ReadDomain(SettingValues values, string? region)
    {
        var name = values.Read(ApiKeys.DomainName);
        var certificate = values.Read(ApiKeys.CertificateArn);
        if (certificate is not null && region is not null && AwsIdentifiers.RegionOf(certificate) != region)
        {
            values.Refuse(new SettingError(
                ApiKeys.CertificateArn.Key,
                certificate,
                $"a certificate in {region}, the stack's region",
                CertificateIn(region)));
        }

        if (values.AreUnderstood(ApiKeys.DomainName, ApiKeys.CertificateArn) && (name is null) != (certificate is null))
        {
            values.Refuse(name is null
                ? Missing(ApiKeys.DomainName, $"the DNS name of {ApiKeys.CertificateArn.Key}", ApiKeys.DomainName.Example)
                : Missing(ApiKeys.CertificateArn, $"the ARN of a certificate for {name}, in the stack's region", CertificateIn(region)));
        }

        return name is null || certificate is null ? null : new CustomDomain(name, certificate);
    }

    private static SettingError Missing(Setting setting, string allowed, ConfigChange fix) => new(setting.Key, "", allowed, fix);

    // Keeps the example's region when the stack's is unknown.
    private static ConfigChange CertificateIn(string? region)
    {
        var example = ApiKeys.CertificateArn.Example;
        var arn = example.Value!;
        return region is null ? example : example with { Value = arn.Replace(AwsIdentifiers.RegionOf(arn), region, StringComparison.Ordinal) };
    }
}
