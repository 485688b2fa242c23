using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using WorkoutLog.Domain.Validation;

namespace WorkoutLog.Http.Json;

/// <summary>Reads the values of an object's fields.</summary>
internal abstract class FieldValues
{
    /// <param name="reader">On the value's first token; left on its last one.</param>
    /// <returns>Why the value was refused; null if it was accepted.</returns>
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
            $"{property.Name} must be {JsonWords.Of(wanted)}; got {JsonWords.Of(received)}.");
    }

    /// <summary>The first token of a value of the right type.</summary>
    protected abstract JsonTokenType FirstToken(JsonPropertyInfo property);

    protected abstract FieldError? Take(ref Utf8JsonReader reader, JsonPropertyInfo property);
}

/// <summary>Sets text and numbers on a target.</summary>
internal sealed class ScalarValues(object target) : FieldValues
{
    protected override JsonTokenType FirstToken(JsonPropertyInfo property) =>
        property.PropertyType == typeof(string) ? JsonTokenType.String : JsonTokenType.Number;

    protected override FieldError? Take(ref Utf8JsonReader reader, JsonPropertyInfo property) =>
        reader.TokenType == JsonTokenType.String ? TakeText(ref reader, property) : TakeNumber(ref reader, property);

    private FieldError? TakeText(ref Utf8JsonReader reader, JsonPropertyInfo property)
    {
        if (!JsonText.TryRead(ref reader, out var text))
        {
            return new FieldError(
                property.Name,
                ErrorCodes.InvalidCharacters,
                $"{property.Name} must be Unicode; it contains an escape (\\ud800 to \\udfff) that is half of a surrogate pair.");
        }

        property.Set!(target, text);
        return null;
    }

    private FieldError? TakeNumber(ref Utf8JsonReader reader, JsonPropertyInfo property)
    {
        if (!reader.TryGetDecimal(out var number))
        {
            return new FieldError(property.Name, ErrorCodes.OutOfRange, $"{property.Name} is out of range.");
        }

        if (!JsonNumber.FitsDecimal(reader.ValueSpan))
        {
            return new FieldError(
                property.Name, ErrorCodes.TooPrecise, $"{property.Name} may have at most {JsonNumber.MaxDigits} digits.");
        }

        property.Set!(target, number);
        return null;
    }
}

/// <summary>Finds the positions of an array's elements without parsing them.</summary>
internal sealed class ElementRanges : FieldValues
{
    private readonly List<Range> _elements = [];

    public IReadOnlyList<Range> Elements => _elements;

    protected override JsonTokenType FirstToken(JsonPropertyInfo property) => JsonTokenType.StartArray;

    protected override FieldError? Take(ref Utf8JsonReader reader, JsonPropertyInfo property)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            _elements.Add(start..(int)reader.BytesConsumed);
        }

        return null;
    }
}
