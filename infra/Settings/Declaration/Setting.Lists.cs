using System.Collections.Immutable;
using System.Globalization;
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
        Func<SettingText, Reading<string>> judge,
        Func<string, string>? identity = null)
    {
        var range = min == 0 ? $"at most {Text(max)}" : $"{Text(min)} to {Text(max)}";
        var allowed = $"a list of {range} different {elements}";
        // Replaces the first element: a list can be set by its elements only.
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
                // From the end, because each removal moves the elements behind it.
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
        return element.ValueKind == JsonValueKind.String ? judge(text) : text.Refuse<string>("a text in quotation marks");
    }

    // An accepted element that says the same as an earlier one.
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
