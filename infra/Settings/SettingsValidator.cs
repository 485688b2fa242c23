using System.Collections.Immutable;
using WorkoutLog.Infra.Settings.Formats;
using WorkoutLog.Infra.Settings.Keys;
using WorkoutLog.Packaging;

namespace WorkoutLog.Infra.Settings;

/// <summary>Turns the texts of one stack's configuration into <see cref="StackSettings"/>, or into every error that they hold.</summary>
public static partial class SettingsValidator
{
    /// <param name="texts">
    /// Key, without the project's namespace, to text; lists as JSON, as Pulumi stores them; and <see cref="SettingKeys.OfProviders"/>.
    /// </param>
    /// <returns>The settings when there is no error; all errors otherwise.</returns>
    public static (StackSettings? Settings, ImmutableArray<SettingError> Errors) Validate(IReadOnlyDictionary<string, string> texts)
    {
        var values = new SettingValues(texts);
        RefuseUnknownKeys(values);
        var settings = Read(values);
        return values.Errors is { IsEmpty: false } errors ? (null, errors) : (settings, []);
    }

    private static StackSettings Read(SettingValues values)
    {
        var region = ReadRegion(values);
        var production = values.Read(StackKeys.Production);
        return new StackSettings
        {
            Region = region ?? "",
            Production = production,
            CostCentre = values.Read(StackKeys.CostCentre),
            Tags = values.Read(StackKeys.Tags).ToImmutableSortedDictionary(Tag.Key, Tag.ValueOf, StringComparer.Ordinal),
            Encryption = values.Read(ProtectionKeys.Encryption),
            PermissionsBoundary = values.Read(ProtectionKeys.PermissionsBoundary),
            Tables = ReadTables(values),
            FunctionBuild = new FunctionBuild(values.Read(FunctionKeys.Packaging), values.Read(FunctionKeys.Architecture)),
            CertificateLayer = ReadCertificateLayer(values, region),
            ProcessWorkout = ReadFunction(values, FunctionKeys.ProcessWorkout),
            QueryWorkouts = ReadFunction(values, FunctionKeys.QueryWorkouts),
            Api = ReadApi(values, region),
            Observability = ReadObservability(values, region, production),
            Workouts = new WorkoutLimits(values.Read(WorkoutKeys.MaxDurationMinutes), values.Read(WorkoutKeys.WorkoutTypes)),
        };
    }

    /// <returns>Null when it is missing or refused.</returns>
    private static string? ReadRegion(SettingValues values)
    {
        var region = values.TextOf(SettingKeys.Region);
        if (SettingKeys.JudgeRegion(region) is not { } error)
        {
            return region;
        }

        values.Refuse(error);
        return null;
    }

    private static void RefuseUnknownKeys(SettingValues values)
    {
        var ours = SettingKeys.All.Select(setting => (setting.Key, setting.Example)).Append(SettingKeys.PlanWaivers).ToList();
        var known = ours.Select(setting => setting.Key).Concat(SettingKeys.OfProviders).ToHashSet(StringComparer.Ordinal);
        foreach (var key in values.KeysExcept(known))
        {
            var nearest = ours.MinBy(setting => EditDistance.Between(key, setting.Key));
            values.Refuse(new SettingError(
                key,
                values.TextOf(key),
                $"no such key; the nearest is {nearest.Key}",
                [new ConfigChange(key, null), nearest.Example]));
        }
    }
}
