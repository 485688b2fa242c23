namespace WorkoutLog.Infra.Settings.Declaration;

/// <summary>One key of the stack configuration: all that is known about it, said once.</summary>
/// <param name="Key">The key without the project's namespace.</param>
/// <param name="Type">The type in <c>Pulumi.yaml</c>: <c>string</c>, <c>integer</c>, <c>boolean</c> or <c>array</c> (of strings).</param>
/// <param name="DefaultText">The default as the engine hands it over: <c>true</c> and <c>false</c>, lists as JSON.</param>
/// <param name="Allowed">What a value must be, as the end of the sentence "allowed: …", with the unit where there is one.</param>
/// <param name="Example">A change to a value that is allowed.</param>
/// <param name="Description">What the setting decides, without a full stop.</param>
public abstract partial record Setting(
    string Key, string Type, string DefaultText, string Allowed, ConfigChange Example, string Description)
{
    /// <param name="example">A text that is allowed, for keys whose default would mend nothing; null takes the default.</param>
    private static Setting<T> Scalar<T>(
        string key,
        string type,
        T defaultValue,
        string defaultText,
        string allowed,
        string description,
        Func<string, Verdict<T>> judge,
        string? example = null)
    {
        var change = new ConfigChange(key, example ?? defaultText);
        return new(key, type, defaultValue, defaultText, allowed, change, description, Read);

        Reading<T> Read(string text) => judge(text) switch
        {
            { Allowed: { } instead, Better: var better } =>
                Reading.Refused<T>(new SettingError(key, text, instead, change with { Value = better ?? change.Value })),
            { Value: var value } => Reading.Of(value!),
        };
    }
}

/// <param name="Read">Turns the text of the configuration into a value.</param>
public sealed record Setting<T>(
    string Key,
    string Type,
    T Default,
    string DefaultText,
    string Allowed,
    ConfigChange Example,
    string Description,
    Func<string, Reading<T>> Read)
    : Setting(Key, Type, DefaultText, Allowed, Example, Description);
