using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using WorkoutLog.Domain.Validation;

namespace WorkoutLog.Http.Json;

/// <summary>Reads the members of one object onto a target, by the target's own metadata.</summary>
internal sealed class FieldReader(JsonTypeInfo type, object target)
{
    // A body of 256 KB could hold 50,000 wrong fields; nobody reads that many errors.
    private const int MaxErrors = 100;

    private readonly List<FieldError> _errors = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public IReadOnlyList<FieldError> Errors => _errors;

    /// <summary>The field whose value is being read; null between fields.</summary>
    public string? Current { get; private set; }

    /// <summary>A field's name as it may stand in an answer: one that is not ours could be anything.</summary>
    public static string Show(string field) =>
        field.Length is > 0 and <= 64 && field.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') ? field : Received.Quote(field);

    /// <returns>False when there were too many errors to go on.</returns>
    public bool ReadAll(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (_errors.Count >= MaxErrors)
            {
                Report(StrictJson.WholeBody, ErrorCodes.TooManyErrors, $"The body has more than {MaxErrors} errors.");
                return false;
            }

            ReadField(ref reader);
        }

        return true;
    }

    public void ReportMissing()
    {
        foreach (JsonPropertyInfo property in type.Properties)
        {
            if (property.IsRequired && !_seen.Contains(property.Name))
            {
                Report(property.Name, ErrorCodes.Required, $"{property.Name} is required.");
            }
        }
    }

    private void ReadField(ref Utf8JsonReader reader)
    {
        var readable = JsonText.TryRead(ref reader, out var name);
        JsonPropertyInfo? property = readable ? type.Properties.FirstOrDefault(candidate => candidate.Name == name) : null;
        var first = _seen.Add(name);
        Current = name;
        reader.Read();
        if (property is null)
        {
            if (first)
            {
                string known = string.Join(", ", type.Properties.Select(candidate => candidate.Name));
                Report(Show(name), ErrorCodes.Unknown, $"There is no field {Show(name)}; the fields are {known}.");
            }

            reader.Skip();
        }
        else if (!first)
        {
            Report(name, ErrorCodes.Duplicate, $"{name} must be sent only once.");
            reader.Skip();
        }
        else
        {
            ReadValue(ref reader, property);
        }

        Current = null;
    }

    private void ReadValue(ref Utf8JsonReader reader, JsonPropertyInfo property)
    {
        var isText = property.PropertyType == typeof(string);
        if (reader.TokenType == JsonTokenType.Null && !property.IsRequired)
        {
            return;
        }

        if (reader.TokenType != (isText ? JsonTokenType.String : JsonTokenType.Number))
        {
            string wanted = isText ? "a string" : "a number";
            Report(property.Name, ErrorCodes.WrongType, $"{property.Name} must be {wanted}; received {JsonWords.Of(reader.TokenType)}.");
            reader.Skip();
        }
        else if (isText)
        {
            ReadText(ref reader, property);
        }
        else
        {
            ReadNumber(ref reader, property);
        }
    }

    private void ReadText(ref Utf8JsonReader reader, JsonPropertyInfo property)
    {
        if (JsonText.TryRead(ref reader, out var text))
        {
            property.Set!(target, text);
        }
        else
        {
            Report(
                property.Name,
                ErrorCodes.InvalidCharacters,
                $"{property.Name} is not valid Unicode: it holds broken UTF-8 or half of a surrogate pair.");
        }
    }

    private void ReadNumber(ref Utf8JsonReader reader, JsonPropertyInfo property)
    {
        if (!reader.TryGetDecimal(out var number))
        {
            Report(property.Name, ErrorCodes.OutOfRange, $"{property.Name} is out of range.");
        }
        else if (!JsonNumber.FitsDecimal(reader.ValueSpan))
        {
            Report(property.Name, ErrorCodes.TooPrecise, $"{property.Name} may have at most {JsonNumber.MaxDigits} digits.");
        }
        else
        {
            property.Set!(target, number);
        }
    }

    private void Report(string field, string code, string message) => _errors.Add(new(field, code, message));
}
