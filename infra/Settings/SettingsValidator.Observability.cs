using WorkoutLog.Contracts;
using WorkoutLog.Infra.Settings.Keys;

namespace WorkoutLog.Infra.Settings;

public static partial class SettingsValidator
{
    private static EventBridgeSettings? ReadEvents(SettingValues values)
    {
        var archiveDays = values.Read(EventKeys.ArchiveDays);
        return values.Read(EventKeys.Events) == EventTarget.EventBridge ? new EventBridgeSettings(archiveDays) : null;
    }

    private static ObservabilitySettings ReadObservability(SettingValues values, string? region, bool production)
    {
        var emails = values.Read(WatchKeys.AlarmEmails);
        if (production && emails.IsEmpty && values.AreUnderstood(WatchKeys.AlarmEmails))
        {
            values.Refuse(new SettingError(
                WatchKeys.AlarmEmails.Key,
                values.TextOf(WatchKeys.AlarmEmails),
                $"at least one mail address, because {StackKeys.Production.Key} is true",
                WatchKeys.AlarmEmails.Example));
        }

        var monitoring = values.Read(WatchKeys.Monitoring);
        if (monitoring == MonitoringLevel.Detailed && region is not null && values.TextOf(SettingKeys.NativeRegion) != region)
        {
            values.Refuse(new SettingError(
                SettingKeys.NativeRegion,
                values.TextOf(SettingKeys.NativeRegion),
                $"{region} as in {SettingKeys.Region}, because {WatchKeys.Monitoring.Key} is detailed and the objectives stand where their metrics are",
                new ConfigChange(SettingKeys.NativeRegion, region)));
        }

        return new ObservabilitySettings
        {
            FunctionLogRetentionDays = values.Read(WatchKeys.FunctionLogRetentionDays),
            LogLevel = values.Read(WatchKeys.LogLevel),
            Monitoring = monitoring,
            Tracing = values.Read(WatchKeys.Tracing),
            AlarmEmails = emails,
            RunbooksUrl = values.Read(WatchKeys.RunbooksUrl),
            Dashboard = values.Read(WatchKeys.Dashboard),
        };
    }
}
