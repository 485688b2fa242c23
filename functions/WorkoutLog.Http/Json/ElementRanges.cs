using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using WorkoutLog.Domain.Validation;

namespace WorkoutLog.Http.Json;

/// <summary>Finds where the elements of an array stand, without looking into them.</summary>
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
