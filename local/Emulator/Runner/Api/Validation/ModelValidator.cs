using System.Collections.Immutable;
using System.Text.Json;
using WorkoutLog.Local.Runner.Api.Templates;

namespace WorkoutLog.Local.Runner.Api.Validation;

/// <summary>Holds a body against a model in the way, and with the words, of the validator that API Gateway uses.</summary>
internal sealed class ModelValidator
{
    private const string NotJson = "Unknown error parsing request body";

    // Only what the model describes is walked through, so the depth of a body costs nothing; this is where a parser usually stops.
    private static readonly JsonDocumentOptions _options = new() { MaxDepth = 1_000 };

    private readonly List<string> _errors = [];

    /// <returns>Everything against the body that is found before the validator gives up; empty for a body that fits.</returns>
    public static ImmutableArray<string> Check(Model model, ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, _options);
            var validator = new ModelValidator();
            validator.Check(model, document.RootElement);
            return [.. validator._errors];
        }
        catch (JsonException)
        {
            return [NotJson];
        }
    }

    private void Check(Model model, JsonElement instance)
    {
        var type = InstanceTypes.Of(instance);
        var properties = type == InstanceType.Object ? Properties(instance) : [];
        CheckProperties(model, type, properties);
        CheckLength(model, type, instance);
        CheckType(model, type);
        // After the first error no value is looked into any more, only those beside it are looked at.
        if (_errors.Count > 0)
        {
            return;
        }

        foreach (var (name, value) in properties)
        {
            if (model.Properties.TryGetValue(name, out var property))
            {
                Check(property, value);
            }
        }

        if (type == InstanceType.Array && model.Items is { } items)
        {
            foreach (var element in instance.EnumerateArray())
            {
                Check(items, element);
            }
        }
    }

    // The checks of one value come in the order of their keywords' names.
    private void CheckProperties(Model model, InstanceType type, SortedDictionary<string, JsonElement> properties)
    {
        if (type != InstanceType.Object)
        {
            return;
        }

        string[] others = model.AllowsOthers ? [] : [.. properties.Keys.Where(name => !model.Properties.ContainsKey(name))];
        if (others.Length > 0)
        {
            _errors.Add($"object instance has properties which are not allowed by the schema: {List(others)}");
        }

        string[] missing = [.. model.Required.Where(name => !properties.ContainsKey(name))];
        if (missing.Length > 0)
        {
            _errors.Add($"object has missing required properties ({List(missing)})");
        }
    }

    private void CheckLength(Model model, InstanceType type, JsonElement instance)
    {
        if (type != InstanceType.Array)
        {
            return;
        }

        var length = instance.GetArrayLength();
        if (length > model.MaxItems)
        {
            _errors.Add($"array is too long: must have at most {model.MaxItems} elements but instance has {length} elements");
        }

        if (length < model.MinItems)
        {
            _errors.Add($"array is too short: must have at least {model.MinItems} elements but instance has {length} elements");
        }
    }

    private void CheckType(Model model, InstanceType type)
    {
        if (!model.Types.IsEmpty && !model.Types.Contains(type))
        {
            _errors.Add($"instance type ({type.Word()}) does not match any allowed primitive type (allowed: {List(model.Types.Select(InstanceTypes.Word))})");
        }
    }

    // Of a name that stands there twice the last one counts.
    private static SortedDictionary<string, JsonElement> Properties(JsonElement instance)
    {
        var properties = new SortedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var property in instance.EnumerateObject())
        {
            properties[PropertyName.Of(property)] = property.Value;
        }

        return properties;
    }

    private static string List(IEnumerable<string> words) => $"[{string.Join(',', words.Select(JsonText.Quote))}]";
}
