using WorkoutLog.Infra.Settings.Keys;

namespace WorkoutLog.Infra.Settings;

public static partial class SettingsValidator
{
    private static TableSettings ReadTables(SettingValues values) => new()
    {
        PointInTimeRecovery = values.Read(ProtectionKeys.PointInTimeRecovery),
        DeletionProtection = values.Read(ProtectionKeys.DeletionProtection),
        Backups = values.Read(ProtectionKeys.Backups),
        Capacity = ReadCapacity(values),
    };

    // The bounds are checked in every mode: turning autoscaling on later must not reveal old mistakes.
    private static TableCapacity ReadCapacity(SettingValues values)
    {
        var mode = values.Read(CapacityKeys.Mode);
        var table = ReadRange(values, CapacityKeys.Table);
        var index = ReadRange(values, CapacityKeys.Index);
        return mode switch
        {
            CapacityMode.OnDemand => new TableCapacity.OnDemand(),
            // The maximum, so that a table under load is not throttled while it moves to autoscaling.
            CapacityMode.Provisioned => new TableCapacity.Provisioned(table.Max, index.Max),
            _ => new TableCapacity.Autoscaled(table, index),
        };
    }

    private static CapacityRange ReadRange(SettingValues values, CapacityRangeKeys keys)
    {
        var range = new CapacityRange(values.Read(keys.Min), values.Read(keys.Max), values.Read(keys.TargetPercent));
        if (range.Min > range.Max && values.AreUnderstood(keys.Min, keys.Max))
        {
            var min = values.TextOf(keys.Min);
            values.Refuse(new SettingError(
                keys.Max.Key,
                values.TextOf(keys.Max),
                $"a whole number of at least {keys.Min.Key}, which is {min}",
                new ConfigChange(keys.Max.Key, min)));
        }

        return range;
    }
}
