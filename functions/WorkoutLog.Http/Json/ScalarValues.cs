using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using WorkoutLog.Domain.Validation;

namespace WorkoutLog.Http.Json;

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
                $"{property.Name} is not valid Unicode: it holds broken UTF-8 or half of a surrogate pair.");
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
