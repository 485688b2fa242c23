using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace WorkoutLog.Infra.Settings.Declaration;

public abstract partial record Setting
{
    /// <summary>A list of different elements. Each bad element is a separate error.</summary>
    /// <param name="elements">The elements in the plural, such as "e-mail addresses".</param>
    /// <param name="judge">Parses an element into its canonical spelling.</param>
    /// <param name="identity">The part that must be unique, ignoring case; null for the whole element.</param>
    /// <param name="example">A valid element.</param>
    public static Setting<ImmutableArray<string>> List(
        string key,
        ImmutableArray<string> defaultValue,
        int min,
        int max,
        string elements,
        string example,
        string description,
        Func<SettingText, Reading<string>> judge,
        Func<string, string>? identity = null)
    {
        var range = min == 0 ? $"at most {Text(max)}" : $"{Text(min)} to {Text(max)}";
        var allowed = $"a list of {range} different {elements}";
        // Replaces the first element: a list is set element by element.
        var change = new ConfigChange($"{key}[0]", example);
        return new(key, "array", defaultValue, JsonSerializer.Serialize(defaultValue), allowed, change, description, Read);

        Reading<ImmutableArray<string>> Read(string text)
        {
            if (ParseList(text) is not { } list || list.Length < min)
            {
                return Reading.Refused<ImmutableArray<string>>(new SettingError(key, text, allowed, change));
            }

            if (list.Length > max)
            {
                // From the end, because each removal shifts the elements after it.
                var surplus = Enumerable.Range(max, list.Length - max).Reverse().Select(index => new ConfigChange(Element(key, index), null));
                return Reading.Refused<ImmutableArray<string>>(new SettingError(key, text, allowed, [.. surplus]));
            }

            var readings = list.Select((element, index) => JudgeElement(element, Element(key, index), example, judge)).ToList();
            ImmutableArray<SettingError> errors =
                [.. readings.SelectMany((reading, index) => reading.Errors.IsEmpty ? Repeated(key, list, readings, index, identity) : reading.Errors)];
            return errors.IsEmpty ? Reading.Of(readings.Select(reading => reading.Value!).ToImmutableArray()) : Reading.Refused<ImmutableArray<string>>(errors);
        }
    }

    private static JsonElement[]? ParseList(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement[]>(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Reading<string> JudgeElement(JsonElement element, string key, string example, Func<SettingText, Reading<string>> judge)
    {
        var text = new SettingText(key, element.ToString(), new ConfigChange(key, example));
        return element.ValueKind == JsonValueKind.String ? judge(text) : text.Refuse<string>("a string in quotation marks");
    }

    // A valid element that repeats an earlier one.
    private static IEnumerable<SettingError> Repeated(
        string key, JsonElement[] list, List<Reading<string>> readings, int index, Func<string, string>? identity)
    {
        var first = readings.FindIndex(reading => reading.Errors.IsEmpty
            && string.Equals(Identity(reading.Value!), Identity(readings[index].Value!), StringComparison.OrdinalIgnoreCase));
        return first == index
            ? []
            : [new SettingError(
                Element(key, index),
                list[index].ToString(),
                $"an element that differs from {Element(key, first)}",
                new ConfigChange(Element(key, index), null))];

        string Identity(string element) => identity is null ? element : identity(element);
    }

    /// <summary>The key of one element of a list.</summary>
    internal static string Element(string key, int index) => string.Create(CultureInfo.InvariantCulture, $"{key}[{index}]");
}
