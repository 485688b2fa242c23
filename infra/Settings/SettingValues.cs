using System.Collections.Immutable;

using WorkoutLog.Infra.Settings.Declaration;

namespace WorkoutLog.Infra.Settings;

/// <summary>The configuration of one stack as text, and the errors found in it so far.</summary>
/// <param name="texts">Key, without the project's namespace, to text.</param>
internal sealed class SettingValues(IReadOnlyDictionary<string, string> texts)
{
    private readonly List<SettingError> _errors = [];
    private readonly HashSet<Setting> _refused = new(ReferenceEqualityComparer.Instance);

    public ImmutableArray<SettingError> Errors => [.. _errors];

    /// <returns>The default when the text is missing or rejected.</returns>
    public T Read<T>(Setting<T> setting)
    {
        if (!texts.TryGetValue(setting.Key, out var text))
        {
            return setting.Default;
        }

        var reading = setting.Read(text);
        if (reading.Errors.IsEmpty)
        {
            return reading.Value!;
        }

        _refused.Add(setting);
        _errors.AddRange(reading.Errors);
        return setting.Default;
    }

    public void Refuse(SettingError error) => _errors.Add(error);

    /// <summary>
    /// Whether no text of these settings, all read before, was rejected. A rule across settings must not check the default that
    /// replaces a rejected text.
    /// </summary>
    public bool AreUnderstood(params ReadOnlySpan<Setting> settings)
    {
        foreach (var setting in settings)
        {
            if (_refused.Contains(setting))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The text of a key as an error shows it: the configured one, or the default.</summary>
    public string TextOf(Setting setting) => texts.GetValueOrDefault(setting.Key, setting.DefaultText);

    public string? TextOf(string key) => texts.GetValueOrDefault(key);

    public IEnumerable<string> KeysExcept(IReadOnlySet<string> known) =>
        texts.Keys.Where(key => !known.Contains(key)).Order(StringComparer.Ordinal);
}
