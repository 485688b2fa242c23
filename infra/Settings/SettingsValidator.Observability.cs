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
        var emails = values.Read(ObservabilityKeys.AlarmEmails);
        if (production && emails.IsEmpty && values.AreUnderstood(ObservabilityKeys.AlarmEmails))
        {
            values.Refuse(new SettingError(
                ObservabilityKeys.AlarmEmails.Key,
                values.TextOf(ObservabilityKeys.AlarmEmails),
                $"at least one e-mail address, because {StackKeys.Production.Key} is true",
                ObservabilityKeys.AlarmEmails.Example));
        }

        var monitoring = values.Read(ObservabilityKeys.Monitoring);
        if (monitoring == MonitoringLevel.Detailed && region is not null && values.TextOf(SettingKeys.NativeRegion) != region)
        {
            values.Refuse(new SettingError(
                SettingKeys.NativeRegion,
                values.TextOf(SettingKeys.NativeRegion),
                $"{region}, the same as {SettingKeys.Region}, because {ObservabilityKeys.Monitoring.Key} is detailed and objectives read metrics of their own region",
                new ConfigChange(SettingKeys.NativeRegion, region)));
        }

        return new ObservabilitySettings
        {
            FunctionLogRetentionDays = values.Read(ObservabilityKeys.FunctionLogRetentionDays),
            LogLevel = values.Read(ObservabilityKeys.LogLevel),
            Monitoring = monitoring,
            Tracing = values.Read(ObservabilityKeys.Tracing),
            AlarmEmails = emails,
            RunbooksUrl = values.Read(ObservabilityKeys.RunbooksUrl),
            Dashboard = values.Read(ObservabilityKeys.Dashboard),
        };
    }
}
