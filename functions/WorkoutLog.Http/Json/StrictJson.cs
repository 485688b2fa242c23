using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using WorkoutLog.Domain.Validation;

namespace WorkoutLog.Http.Json;

/// <summary>Reads a flat JSON object of text and numbers, and reports everything that is wrong with it at once.</summary>
public static class StrictJson
{
    /// <summary>The field of an error that belongs to no field.</summary>
    public const string WholeBody = "body";

    private const int MaxDepth = 16;

    /// <summary>Sets each good field on the target; never throws on account of the body.</summary>
    /// <typeparam name="T">Has <see cref="string"/> and <see cref="decimal"/> members; the <c>required</c> ones must be sent.</typeparam>
    public static StrictRead Read<T>(ReadOnlySpan<byte> utf8, T target, JsonTypeInfo<T> type)
        where T : class
    {
        var fields = new FieldReader(type, target);
        if (utf8.IsEmpty)
        {
            return new StrictRead(false, [new(WholeBody, ErrorCodes.Required, "The body is empty; it must be a JSON object.")]);
        }

        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
        try
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                return NotAnObject(reader.TokenType);
            }

            var all = fields.ReadAll(ref reader);
            if (all)
            {
                // Past the object there must be nothing: this throws on anything but blanks.
                reader.Read();
                fields.ReportMissing();
            }

            return new StrictRead(all, fields.Errors);
        }
        catch (JsonException exception)
        {
            return new StrictRead(false, [.. fields.Errors, NotJson(exception, fields.Current, tooDeep: OpenLevels(reader) >= MaxDepth)]);
        }
    }

    private static StrictRead NotAnObject(JsonTokenType token) =>
        new(false, [new(WholeBody, ErrorCodes.WrongType, $"The body must be a JSON object; received {JsonWords.Of(token)}.")]);

    // The reader does not count the level that its last token opened.
    private static int OpenLevels(in Utf8JsonReader reader) =>
        reader.CurrentDepth + (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? 1 : 0);

    private static FieldError NotJson(JsonException exception, string? field, bool tooDeep)
    {
        var subject = field is null ? "The body" : $"The value of {FieldReader.Show(field)}";
        var fault = tooDeep ? $"is nested deeper than {MaxDepth} levels" : "is not JSON";
        var place = string.Create(
            CultureInfo.InvariantCulture, $"line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}");
        return new(field is null ? WholeBody : FieldReader.Show(field), ErrorCodes.Malformed, $"{subject} {fault} ({place}).");
    }
}
