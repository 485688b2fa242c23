using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace WorkoutLog.Infra.Settings.Declaration;

/// <summary>Reads the JSON text of a list and judges each element for itself.</summary>
internal sealed class ListReader(
    string key, int min, int max, string allowed, string example, Func<string, Verdict<string>> judge, Func<string, string> identity)
{
    /// <summary>Replaces the first element: a list can be set by its elements only.</summary>
    public ConfigChange Example { get; } = new($"{key}[0]", example);

    public Reading<ImmutableArray<string>> Read(string text)
    {
        if (Parse(text) is not { } elements || elements.Length < min)
        {
            return Reading.Refused<ImmutableArray<string>>(new SettingError(key, text, allowed, Example));
        }

        if (elements.Length > max)
        {
            // From the end, because each removal moves the elements behind it.
            var surplus = Enumerable.Range(max, elements.Length - max).Reverse().Select(index => new ConfigChange(Element(index), null));
            return Reading.Refused<ImmutableArray<string>>(new SettingError(key, text, allowed, [.. surplus]));
        }

        var verdicts = elements.Select(Judge).ToImmutableArray();
        ImmutableArray<SettingError> errors =
            [.. verdicts.Select((_, index) => Error(verdicts, elements[index], index)).OfType<SettingError>()];
        return errors.IsEmpty
            ? Reading.Of(verdicts.Select(verdict => verdict.Value!).ToImmutableArray())
            : Reading.Refused<ImmutableArray<string>>(errors);
    }

    private static JsonElement[]? Parse(string text)
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

    private Verdict<string> Judge(JsonElement element) => element.ValueKind == JsonValueKind.String
        ? judge(element.GetString()!)
        : Verdict.Refuse<string>("a text in quotation marks");

    private SettingError? Error(ImmutableArray<Verdict<string>> verdicts, JsonElement element, int index)
    {
        var received = element.ToString();
        if (verdicts[index] is { Allowed: { } instead, Better: var better })
        {
            return new SettingError(Element(index), received, instead, new ConfigChange(Element(index), better ?? example));
        }

        var first = verdicts.IndexOf(verdicts.First(verdict => verdict.Allowed is null && SameIdentity(verdict, verdicts[index])));
        return first == index
            ? null
            : new SettingError(
                Element(index), received, $"an element that differs from {Element(first)}", new ConfigChange(Element(index), null));
    }

    private bool SameIdentity(Verdict<string> one, Verdict<string> other) =>
        string.Equals(identity(one.Value!), identity(other.Value!), StringComparison.OrdinalIgnoreCase);

    private string Element(int index) => string.Create(CultureInfo.InvariantCulture, $"{key}[{index}]");
}
