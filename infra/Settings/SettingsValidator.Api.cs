using WorkoutLog.Infra.Settings.Declaration;
using WorkoutLog.Infra.Settings.Formats;
using WorkoutLog.Infra.Settings.Keys;

namespace WorkoutLog.Infra.Settings;

public static partial class SettingsValidator
{
    /// <param name="region">The stack's; null when it is not known.</param>
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
            LogRetentionDays = values.Read(WatchKeys.ApiLogRetentionDays),
            LogEveryExecution = values.Read(WatchKeys.ApiLogEveryExecution),
            ManageAccountLogging = values.Read(WatchKeys.ApiManageAccountLogging),
        };
    }

    // The limits are checked without a firewall, too: a stack that turns it on later must not find old mistakes then.
    private static FirewallLimits? ReadFirewall(SettingValues values, double throttleRate)
    {
        var stage = FirewallLimits.Of(throttleRate);
        var address = values.Read(ApiKeys.FirewallAddressLimit);
        if (address > stage && values.AreUnderstood(ApiKeys.ThrottleRate, ApiKeys.FirewallAddressLimit))
        {
            values.Refuse(new SettingError(
                ApiKeys.FirewallAddressLimit.Key,
                values.TextOf(ApiKeys.FirewallAddressLimit),
                $"{ApiKeys.FirewallAddressLimit.DefaultText}, or at most {stage}: {ApiKeys.ThrottleRate.Key}, which is "
                + $"{values.TextOf(ApiKeys.ThrottleRate)} requests a second, lets no more through in {FirewallLimits.WindowSeconds} seconds",
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
                $"a certificate in {region}, the region of the stack; this one is in {AwsIdentifiers.RegionOf(certificate)}",
                CertificateIn(region)));
        }

        if (values.AreUnderstood(ApiKeys.DomainName, ApiKeys.CertificateArn) && (name is null) != (certificate is null))
        {
            values.Refuse(name is null
                ? Missing(ApiKeys.DomainName, $"the name that {ApiKeys.CertificateArn.Key} is for", ApiKeys.DomainName.Example)
                : Missing(ApiKeys.CertificateArn, $"the ARN of a certificate for {name}, in the stack's region", CertificateIn(region)));
        }

        return name is null || certificate is null ? null : new CustomDomain(name, certificate);
    }

    private static SettingError Missing(Setting setting, string allowed, ConfigChange mend) => new(setting.Key, "", allowed, mend);

    // The example's own region stands when the stack's is not known.
    private static ConfigChange CertificateIn(string? region)
    {
        var example = ApiKeys.CertificateArn.Example;
        var arn = example.Value!;
        return region is null ? example : example with { Value = arn.Replace(AwsIdentifiers.RegionOf(arn), region, StringComparison.Ordinal) };
    }
}
