using System.Globalization;
using System.Text.Json;

namespace WorkoutLog.Infra.Settings;

/// <summary>One key of the stack configuration.</summary>
/// <param name="Key">The key without the project's namespace.</param>
/// <param name="Allowed">What a value must be, as the end of the sentence "allowed: …".</param>
/// <param name="Example">A value that is allowed, as it is written on a command line.</param>
public abstract record Setting(string Key, string Allowed, string Example)
{
    /// <summary>A whole number from <paramref name="min"/> to <paramref name="max"/>.</summary>
    public static Setting<int> WholeNumber(string key, int defaultValue, int min, int max, string unit) =>
        new(key, $"a whole number from {Text(min)} to {Text(max)} ({unit})", defaultValue, Text(defaultValue), text =>
            int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max
                ? new Parsed<int>(value)
                : null);

    /// <summary>A whole number out of a list, for limits that AWS does not offer as a range.</summary>
    public static Setting<int> OneOf(string key, int defaultValue, int[] values, string unit) =>
        new(key, $"one of {string.Join(", ", values.Select(Text))} ({unit})", defaultValue, Text(defaultValue), text =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && values.Contains(value)
                ? new Parsed<int>(value)
                : null);

    /// <summary>A word out of an enum, written in camelCase, exactly.</summary>
    public static Setting<T> Choice<T>(string key, T defaultValue)
        where T : struct, Enum
    {
        var words = Enum.GetValues<T>().ToDictionary(value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()), StringComparer.Ordinal);
        return new(key, $"one of {string.Join(", ", words.Keys)}", defaultValue, words.First(word => word.Value.Equals(defaultValue)).Key, text =>
            words.TryGetValue(text, out var value) ? new Parsed<T>(value) : null);
    }

    /// <summary>A list of words, each of which must be <paramref name="isAllowed"/>; not empty, without duplicates.</summary>
    public static Setting<string[]> Words(string key, string[] defaultValue, Func<string, bool> isAllowed, string allowed) =>
        new(key, allowed, defaultValue, $"'{JsonSerializer.Serialize(defaultValue)}'", text =>
            ParseWords(text) is { Length: > 0 } words && words.All(word => word is not null && isAllowed(word)) && words.Distinct(StringComparer.Ordinal).Count() == words.Length
                ? new Parsed<string[]>(words)
                : null);

    private static string[]? ParseWords(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<string[]>(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}

/// <param name="Parse">Turns the text of the configuration into a value; null when it is not allowed.</param>
public sealed record Setting<T>(string Key, string Allowed, T Default, string Example, Func<string, Parsed<T>?> Parse)
    : Setting(Key, Allowed, Example);

/// <summary>A value that was understood. A wrapper, because null must mean "not allowed" for value types too.</summary>
public sealed record Parsed<T>(T Value);
