using System.Collections.Immutable;
using System.Text.Json;

namespace WorkoutLog.Infra.Settings.Declaration;

public abstract partial record Setting
{
    /// <summary>A list of different elements. Each bad element is an error of its own.</summary>
    /// <param name="elements">What an element is, in the plural, such as "mail addresses".</param>
    /// <param name="judge">Its values must be spelt alike when they mean the same.</param>
    /// <param name="identity">What must differ between elements, letter case aside; null takes the element.</param>
    /// <param name="example">An element that is allowed.</param>
    public static Setting<ImmutableArray<string>> List(
        string key,
        ImmutableArray<string> defaultValue,
        int min,
        int max,
        string elements,
        string example,
        string description,
        Func<string, Verdict<string>> judge,
        Func<string, string>? identity = null)
    {
        var range = min == 0 ? $"at most {Text(max)}" : $"{Text(min)} to {Text(max)}";
        var allowed = $"a list of {range} different {elements}";
        var reader = new ListReader(key, min, max, allowed, example, judge, identity ?? (element => element));
        var defaultText = JsonSerializer.Serialize(defaultValue);
        return new(key, "array", defaultValue, defaultText, allowed, reader.Example, description, reader.Read);
    }
}
