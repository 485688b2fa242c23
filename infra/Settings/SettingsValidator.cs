using System.Collections.Immutable;

namespace WorkoutLog.Infra.Settings;

/// <summary>Turns the texts of one stack's configuration into <see cref="StackSettings"/>, or into every error that they hold.</summary>
public sealed class SettingsValidator
{
    private readonly IReadOnlyDictionary<string, string> _values;
    private readonly List<SettingError> _errors = [];

    private SettingsValidator(IReadOnlyDictionary<string, string> values) => _values = values;

    /// <param name="values">Key, without the project's namespace, to text; lists as JSON, as Pulumi stores them.</param>
    /// <returns>The settings when there is no error; all errors otherwise.</returns>
    public static (StackSettings? Settings, ImmutableArray<SettingError> Errors) Validate(IReadOnlyDictionary<string, string> values)
    {
        var validator = new SettingsValidator(values);
        validator.RefuseUnknownKeys();
        var settings = validator.Read();
        return validator._errors.Count == 0 ? (settings, []) : (null, [.. validator._errors]);
    }

    private StackSettings Read() => new()
    {
        Capacity = ReadCapacity(),
        Functions = new FunctionSettings(
            Value(SettingKeys.FunctionMemoryMiB),
            TimeSpan.FromSeconds(Value(SettingKeys.FunctionTimeoutSeconds)),
            Value(SettingKeys.FunctionLogRetentionDays)),
        Workouts = new WorkoutLimits(Value(SettingKeys.MaxDurationMinutes), [.. Value(SettingKeys.WorkoutTypes)]),
    };

    private TableCapacity ReadCapacity()
    {
        var mode = Value(SettingKeys.Capacity);
        var min = Value(SettingKeys.CapacityMin);
        var max = Value(SettingKeys.CapacityMax);
        var target = Value(SettingKeys.CapacityTargetPercent);
        if (min > max)
        {
            _errors.Add(new SettingError(
                SettingKeys.CapacityMax.Key,
                $"{max}",
                $"a whole number not below {SettingKeys.CapacityMin.Key}, which is {min}",
                $"{min}"));
        }

        return mode == CapacityMode.OnDemand ? new TableCapacity.OnDemand() : new TableCapacity.Autoscaled(min, max, target);
    }

    private T Value<T>(Setting<T> setting)
    {
        if (!_values.TryGetValue(setting.Key, out var text))
        {
            return setting.Default;
        }

        if (setting.Parse(text) is { } parsed)
        {
            return parsed.Value;
        }

        _errors.Add(new SettingError(setting.Key, text, setting.Allowed, setting.Example));
        return setting.Default;
    }

    private void RefuseUnknownKeys()
    {
        var known = SettingKeys.All.Select(setting => setting.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var (key, text) in _values.Where(value => !known.Contains(value.Key)).OrderBy(value => value.Key, StringComparer.Ordinal))
        {
            _errors.Add(SettingError.UnknownKey(key, text, known));
        }
    }
}
