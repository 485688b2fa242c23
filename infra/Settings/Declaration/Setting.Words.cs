using System.Text.Json;

namespace WorkoutLog.Infra.Settings.Declaration;

public abstract partial record Setting
{
    /// <summary>Only <c>true</c> and <c>false</c>, in lower case, as the engine writes them.</summary>
    public static Setting<bool> Switch(string key, bool defaultValue, string description)
    {
        const string Allowed = "true or false";
        return Scalar(key, "boolean", defaultValue, defaultValue ? "true" : "false", Allowed, description, text => text switch
        {
            "true" => Verdict.Accept(true),
            "false" => Verdict.Accept(false),
            _ => Verdict.Refuse<bool>(Allowed),
        });
    }

    /// <summary>A word out of an enum, written in camelCase, exactly.</summary>
    public static Setting<T> Choice<T>(string key, T defaultValue, string description)
        where T : struct, Enum
    {
        var words = Enum.GetValues<T>().ToDictionary(
            value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()), StringComparer.Ordinal);
        var allowed = $"one of {string.Join(", ", words.Keys)}";
        var defaultText = words.Single(word => word.Value.Equals(defaultValue)).Key;
        return Scalar(key, "string", defaultValue, defaultText, allowed, description, text =>
            words.TryGetValue(text, out var value) ? Verdict.Accept(value) : Verdict.Refuse<T>(allowed));
    }

    /// <summary>A text of one form.</summary>
    public static Setting<string> Text(string key, string defaultValue, Func<string, bool> isAllowed, string allowed, string description) =>
        Scalar(key, "string", defaultValue, defaultValue, allowed, description, text =>
            isAllowed(text) ? Verdict.Accept(text) : Verdict.Refuse<string>(allowed));

    /// <summary>A text of one form, or nothing; an error proposes <paramref name="example"/>.</summary>
    public static Setting<string?> OptionalText(string key, Func<string, bool> isAllowed, string form, string example, string description)
    {
        var allowed = $"empty, or {form}";
        return Scalar(key, "string", null, "", allowed, description, Judge, example);

        Verdict<string?> Judge(string text) => text switch
        {
            "" => Verdict.Accept<string?>(null),
            _ when isAllowed(text) => Verdict.Accept<string?>(text),
            _ => Verdict.Refuse<string?>(allowed),
        };
    }
}
