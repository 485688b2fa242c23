using WorkoutLog.Infra.Settings.Formats;
using WorkoutLog.Infra.Settings.Keys;

namespace WorkoutLog.Infra.Settings;

public static partial class SettingsValidator
{
    private static FunctionSettings ReadFunction(SettingValues values, PerFunctionKeys keys) => new()
    {
        MemoryMiB = values.Read(keys.MemoryMiB),
        Timeout = TimeSpan.FromSeconds(values.Read(keys.TimeoutSeconds)),
        ReservedConcurrency = values.Read(keys.ReservedConcurrency),
        Release = ReadRelease(values, keys),
    };

    private static FunctionRelease ReadRelease(SettingValues values, PerFunctionKeys keys)
    {
        var stable = values.Read(keys.StableVersion);
        var percent = values.Read(keys.CanaryPercent);
        if (stable is not null)
        {
            return percent == 0 ? new FunctionRelease.Pinned(stable) : new FunctionRelease.Canary(stable, percent);
        }

        if (percent != 0 && values.AreUnderstood(keys.StableVersion))
        {
            values.Refuse(new SettingError(
                keys.CanaryPercent.Key,
                values.TextOf(keys.CanaryPercent),
                $"0 unless {keys.StableVersion.Key} is set",
                new ConfigChange(keys.CanaryPercent.Key, "0")));
        }

        return new FunctionRelease.Latest();
    }

    /// <param name="region">The stack's region; null when it is unknown.</param>
    private static string? ReadCertificateLayer(SettingValues values, string? region)
    {
        var layer = values.Read(FunctionKeys.CertificateLayer);
        if (layer is not null && region is not null && AwsIdentifiers.RegionOf(layer) != region)
        {
            values.Refuse(new SettingError(
                FunctionKeys.CertificateLayer.Key,
                layer,
                $"a layer in {region}, the stack's region",
                new ConfigChange(FunctionKeys.CertificateLayer.Key, "")));
        }

        return layer;
    }
}
