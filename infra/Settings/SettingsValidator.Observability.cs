using WorkoutLog.Infra.Settings.Keys;

namespace WorkoutLog.Infra.Settings;

public static partial class SettingsValidator
{
    private static ObservabilitySettings ReadObservability(SettingValues values, bool production)
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

        return new ObservabilitySettings
        {
            FunctionLogRetentionDays = values.Read(LogKeys.FunctionLogRetentionDays),
            LogLevel = values.Read(LogKeys.Level),
            Monitoring = values.Read(WatchKeys.Monitoring),
            Tracing = values.Read(WatchKeys.Tracing),
            AlarmEmails = emails,
            RunbooksUrl = values.Read(WatchKeys.RunbooksUrl),
            Dashboard = values.Read(WatchKeys.Dashboard),
        };
    }
}
