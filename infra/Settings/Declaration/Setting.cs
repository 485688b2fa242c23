using System.Text.Json;

namespace WorkoutLog.Infra.Settings.Declaration;

/// <summary>The declaration of one key of the stack configuration.</summary>
/// <param name="Key">The key without the project's namespace.</param>
/// <param name="Type">The type in <c>Pulumi.yaml</c>: <c>string</c>, <c>integer</c>, <c>boolean</c> or <c>array</c> (of strings).</param>
/// <param name="DefaultText">The default as the engine passes it: <c>true</c> and <c>false</c>, lists as JSON.</param>
/// <param name="Allowed">The constraint on a value, with its unit; follows "must be".</param>
/// <param name="Example">A change to a valid value.</param>
/// <param name="Description">The effect of the setting, without a full stop.</param>
public abstract partial record Setting(
    string Key, string Type, string DefaultText, string Allowed, ConfigChange Example, string Description)
{
    /// <summary>Whether the text is a valid value.</summary>
    public abstract bool Accepts(string text);

    /// <summary>Only <c>true</c> and <c>false</c>, in lower case, as the engine writes them.</summary>
    public static Setting<bool> Switch(string key, bool defaultValue, string description)
    {
        const string Allowed = "true or false";
        return Scalar(key, "boolean", defaultValue, defaultValue ? "true" : "false", Allowed, description, text => text.Text switch
        {
            "true" => Reading.Of(true),
            "false" => Reading.Of(false),
            _ => text.Refuse<bool>(Allowed),
        });
    }

    /// <summary>A member of an enum in camelCase; case-sensitive.</summary>
    public static Setting<T> Choice<T>(string key, T defaultValue, string description)
        where T : struct, Enum
    {
        var words = Enum.GetValues<T>().ToDictionary(
            value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()), StringComparer.Ordinal);
        var allowed = $"one of {string.Join(", ", words.Keys)}";
        var defaultText = words.Single(word => word.Value.Equals(defaultValue)).Key;
        return Scalar(key, "string", defaultValue, defaultText, allowed, description, text =>
            words.TryGetValue(text.Text, out var value) ? Reading.Of(value) : text.Refuse<T>(allowed));
    }

    /// <summary>A text with a required format.</summary>
    public static Setting<string> Text(string key, string defaultValue, Func<string, bool> isAllowed, string allowed, string description) =>
        Scalar(key, "string", defaultValue, defaultValue, allowed, description, text => text.Require(isAllowed(text.Text), allowed));

    /// <summary>A text with a required format, or empty; an error suggests <paramref name="example"/>.</summary>
    public static Setting<string?> OptionalText(string key, Func<string, bool> isAllowed, string form, string example, string description)
    {
        var allowed = $"empty, or {form}";
        return Scalar<string?>(key, "string", null, "", allowed, description, Judge, example);

        Reading<string?> Judge(SettingText text) => text.Text switch
        {
            "" => Reading.Of<string?>(null),
            _ when isAllowed(text.Text) => Reading.Of<string?>(text.Text),
            _ => text.Refuse<string?>(allowed),
        };
    }

    /// <param name="example">A valid text for keys whose default would not fix an error; null for the default.</param>
    private static Setting<T> Scalar<T>(
        string key,
        string type,
        T defaultValue,
        string defaultText,
        string allowed,
        string description,
        Func<SettingText, Reading<T>> judge,
        string? example = null)
    {
        var change = new ConfigChange(key, example ?? defaultText);
        return new(key, type, defaultValue, defaultText, allowed, change, description, text => judge(new SettingText(key, text, change)));
    }
}

/// <param name="Read">Parses the configured text.</param>
public sealed record Setting<T>(
    string Key,
    string Type,
    T Default,
    string DefaultText,
    string Allowed,
    ConfigChange Example,
    string Description,
    Func<string, Reading<T>> Read)
    : Setting(Key, Type, DefaultText, Allowed, Example, Description)
{
    public override bool Accepts(string text) => Read(text).Errors.IsEmpty;
}
