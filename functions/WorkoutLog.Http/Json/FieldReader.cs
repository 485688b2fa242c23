using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using WorkoutLog.Domain.Validation;

namespace WorkoutLog.Http.Json;

/// <summary>Reads the members of one JSON object, using the metadata of its type.</summary>
internal sealed class FieldReader(JsonTypeInfo type, FieldValues values)
{
    // A body of 256 KB could hold 50,000 wrong fields; nobody reads that many errors.
    private const int MaxErrors = 100;

    private readonly List<FieldError> _errors = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public IReadOnlyList<FieldError> Errors => _errors;

    /// <summary>The field whose value is being read; null between fields.</summary>
    public string? Current { get; private set; }

    /// <returns>False if it stopped because of too many errors.</returns>
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
                Report(Received.Name(name), ErrorCodes.Unknown, $"There is no field {Received.Name(name)}; the fields are {known}.");
            }

            reader.Skip();
        }
        else if (!first)
        {
            Report(name, ErrorCodes.Duplicate, $"{name} must be sent only once.");
            reader.Skip();
        }
        else if (values.Read(ref reader, property) is { } error)
        {
            _errors.Add(error);
        }

        Current = null;
    }

    private void Report(string field, string code, string message) => _errors.Add(new(field, code, message));
}

internal static class JsonText
{
    /// <summary>Reads a string or a name; false, with a substitute text, if it is not Unicode.</summary>
    public static bool TryRead(ref Utf8JsonReader reader, out string text)
    {
        try
        {
            text = reader.GetString() ?? "";
            return true;
        }
        catch (InvalidOperationException)
        {
            // The reader reports half of a surrogate pair only with this exception.
            text = Encoding.UTF8.GetString(reader.ValueSpan);
            return false;
        }
    }
}

/// <summary>Names of JSON value kinds.</summary>
internal static class JsonWords
{
    public static string Of(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "a boolean",
        _ => "null",
    };
}
