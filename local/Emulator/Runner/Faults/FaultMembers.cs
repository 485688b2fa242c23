using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace WorkoutLog.Local.Runner.Faults;

/// <summary>The members of one object of a specification; each that was asked for is known, all others are errors.</summary>
/// <param name="place">Where the object stands, as errors name it.</param>
internal sealed class FaultMembers(JsonElement element, string place, List<string> errors)
{
    public const int LongestLatencyMs = 60_000;

    private const string NoFault = "none";

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly ImmutableDictionary<string, JsonElement> _members = Read(element, place, errors);

    public bool Has(string name) => Find(name) is not null;

    public string? Text(string name)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        return value is { ValueKind: JsonValueKind.String } && value.GetString() is { Length: > 0 } text ? text : Refuse<string>(name, value, "a text");
    }

    public int? WholeNumber(string name, int least, int most)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        if (value is { ValueKind: JsonValueKind.Number } && value.TryGetInt32(out var number) && number >= least && number <= most)
        {
            return number;
        }

        errors.Add(Wrong(name, value, string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}")));
        return null;
    }

    /// <returns>Above 0 up to 1.</returns>
    public double? Fraction(string name)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        if (value is { ValueKind: JsonValueKind.Number } && value.TryGetDouble(out var number) && number is > 0 and <= 1)
        {
            return number;
        }

        errors.Add(Wrong(name, value, "a number above 0 and at most 1"));
        return null;
    }

    public ImmutableArray<JsonElement>? List(string name)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Array)
        {
            return [.. value.EnumerateArray()];
        }

        errors.Add(Wrong(name, value, "a list"));
        return [];
    }

    public FaultKind? Kind(string name) => Find(name) is { } value ? KindOf(value, name, FaultKinds.All.Select(FaultKinds.NameOf)) : null;

    /// <returns>Null for <c>none</c>.</returns>
    public FaultKind? Step(JsonElement step, string name) =>
        step.ValueKind == JsonValueKind.String && step.GetString() == NoFault
            ? null
            : KindOf(step, name, FaultKinds.All.Select(FaultKinds.NameOf).Append(NoFault));

    /// <param name="orElse">A member that would do as well.</param>
    /// <returns>Whether it is there.</returns>
    public bool Require(string name, string? orElse = null)
    {
        if (!Has(name))
        {
            errors.Add(orElse is null ? $"{place}.{name} is missing" : $"{place} has neither {name} nor {orElse}");
        }

        return Has(name);
    }

    public void Exclude(string because, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Find(name) is not null)
            {
                errors.Add($"{place}.{name} means nothing beside {because.TrimEnd(',')}");
            }
        }
    }

    public void RefuseOthers() => errors.AddRange(_members.Keys.Where(name => !_known.Contains(name)).Order(StringComparer.Ordinal).Select(name =>
        $"{place} has the member \"{name}\"; known are {string.Join(", ", _known.Order(StringComparer.Ordinal))}"));

    private static ImmutableDictionary<string, JsonElement> Read(JsonElement element, string place, List<string> errors)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            return element.EnumerateObject().ToImmutableDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal);
        }

        errors.Add($"{place} is {element.GetRawText()}; it must be an object");
        return ImmutableDictionary<string, JsonElement>.Empty;
    }

    private JsonElement? Find(string name)
    {
        _known.Add(name);
        return _members.TryGetValue(name, out var value) ? value : null;
    }

    private FaultKind? KindOf(JsonElement value, string name, IEnumerable<string> allowed)
    {
        if (value.ValueKind == JsonValueKind.String && FaultKinds.Find(value.GetString()!) is { } kind)
        {
            return kind;
        }

        errors.Add(Wrong(name, value, $"one of {string.Join(", ", allowed)}"));
        return null;
    }

    private T? Refuse<T>(string name, JsonElement value, string expected)
        where T : class
    {
        errors.Add(Wrong(name, value, expected));
        return null;
    }

    private string Wrong(string name, JsonElement value, string expected) => $"{place}.{name} is {value.GetRawText()}; it must be {expected}";
}
