using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using WorkoutLog.Domain.Validation;

namespace WorkoutLog.Http.Json;

/// <summary>Takes the values of an object's fields.</summary>
internal abstract class FieldValues
{
    /// <param name="reader">On the value's first token; left on its last one.</param>
    /// <returns>Why the value was not taken.</returns>
    public FieldError? Read(ref Utf8JsonReader reader, JsonPropertyInfo property)
    {
        if (reader.TokenType == JsonTokenType.Null && !property.IsRequired)
        {
            return null;
        }

        JsonTokenType wanted = FirstToken(property);
        if (reader.TokenType == wanted)
        {
            return Take(ref reader, property);
        }

        JsonTokenType received = reader.TokenType;
        reader.Skip();
        return new FieldError(
            property.Name,
            ErrorCodes.WrongType,
            $"{property.Name} must be {JsonWords.Of(wanted)}; received {JsonWords.Of(received)}.");
    }

    /// <summary>What a value of the right type begins with.</summary>
    protected abstract JsonTokenType FirstToken(JsonPropertyInfo property);

    protected abstract FieldError? Take(ref Utf8JsonReader reader, JsonPropertyInfo property);
}
