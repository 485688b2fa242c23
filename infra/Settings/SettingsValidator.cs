using System.Collections.Immutable;
using System.Text.Json;
using WorkoutLog.Infra.Settings.Declaration;
using WorkoutLog.Infra.Settings.Formats;
using WorkoutLog.Infra.Settings.Keys;
using WorkoutLog.Packaging;

namespace WorkoutLog.Infra.Settings;

/// <summary>Parses the configuration of one stack into <see cref="StackSettings"/>, or returns every error in it.</summary>
public static partial class SettingsValidator
{
    private static readonly ImmutableArray<string> _providers = ["*", "aws", "aws-native"];

    /// <param name="texts">
    /// Key, without the project's namespace, to text; lists as JSON, as Pulumi stores them; and <see cref="SettingKeys.OfProviders"/>.
    /// </param>
    /// <returns>The settings when there is no error; all errors otherwise.</returns>
    public static (StackSettings? Settings, ImmutableArray<SettingError> Errors) Validate(IReadOnlyDictionary<string, string> texts)
    {
        var values = new SettingValues(texts);
        RefuseUnknownKeys(values);
        RefuseDisabledProviders(values);
        var settings = Read(values);
        return values.Errors is { IsEmpty: false } errors ? (null, errors) : (settings, []);
    }

    private static StackSettings Read(SettingValues values)
    {
        var region = ReadRegion(values);
        var production = values.Read(StackKeys.Production);
        var tags = values.Read(StackKeys.Tags).ToImmutableSortedDictionary(Tag.Key, Tag.ValueOf, StringComparer.Ordinal);
        foreach (var error in DefaultTags.Judge(values.TextOf(SettingKeys.DefaultTags), [.. Tag.StandardKeys, .. tags.Keys]))
        {
            values.Refuse(error);
        }

        return new StackSettings
        {
            Region = region ?? "",
            Production = production,
            CostCentre = values.Read(StackKeys.CostCentre),
            Tags = tags,
            Encryption = values.Read(ProtectionKeys.Encryption),
            PermissionsBoundary = values.Read(ProtectionKeys.PermissionsBoundary),
            Tables = ReadTables(values),
            FunctionBuild = new FunctionBuild(values.Read(FunctionKeys.Packaging), values.Read(FunctionKeys.Architecture)),
            CertificateLayer = ReadCertificateLayer(values, region),
            ProcessWorkout = ReadFunction(values, FunctionKeys.ProcessWorkout),
            QueryWorkouts = ReadFunction(values, FunctionKeys.QueryWorkouts),
            Api = ReadApi(values, region),
            ServiceRoles = values.Read(ApiKeys.ServiceRoles),
            Observability = ReadObservability(values, region, production),
            Events = ReadEvents(values),
            Workouts = new WorkoutSettings(
                WorkoutKeys.Limits.ToImmutableDictionary(limit => limit.Key, limit => values.Read(limit.Value)), values.Read(WorkoutKeys.WorkoutTypes)),
        };
    }

    /// <returns>Null when it is missing or rejected.</returns>
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
        var ours = SettingKeys.All.Select(setting => setting.Key).Append(SettingKeys.PlanWaivers.Key).ToList();
        foreach (var key in values.KeysExcept(ours.Concat(SettingKeys.OfProviders).ToHashSet(StringComparer.Ordinal)))
        {
            var nearest = EditDistance.Nearest(key, ours);
            values.Refuse(new SettingError(
                key,
                values.TextOf(key),
                "a key of docs/settings.md",
                [new ConfigChange(key, null), .. Move(values, key, SettingKeys.All.FirstOrDefault(setting => setting.Key == nearest))])
            {
                Problem = nearest is null ? "is not a setting; docs/settings.md lists the settings." : $"is not a setting; did you mean {nearest}?",
            });
        }
    }

    // A command must not overwrite a configured value, so the text of a misspelt key moves only to a setting with its default.
    private static IEnumerable<ConfigChange> Move(SettingValues values, string key, Setting? setting)
    {
        var text = values.TextOf(key)!;
        return setting is null || values.TextOf(setting) != setting.DefaultText || !setting.Accepts(text) ? []
            : setting.Type != "array" ? [setting.Example with { Value = text }]
            : JsonSerializer.Deserialize<string[]>(text)!.Select((element, index) => new ConfigChange(Setting.Element(setting.Key, index), element));
    }

    // Every resource uses a default provider; without one the engine rejects each resource separately.
    private static void RefuseDisabledProviders(SettingValues values)
    {
        if (values.TextOf(SettingKeys.DisabledProviders) is { } text && _providers.Any(name => text.Contains($"\"{name}\"", StringComparison.Ordinal)))
        {
            values.Refuse(new SettingError(
                SettingKeys.DisabledProviders,
                text,
                $"a list without {string.Join(", ", _providers)}, because the stack uses default providers",
                new ConfigChange(SettingKeys.DisabledProviders, null)));
        }
    }
}
