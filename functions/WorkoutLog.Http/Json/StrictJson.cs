using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using WorkoutLog.Domain.Validation;

namespace WorkoutLog.Http.Json;

/// <summary>Reads JSON objects strictly, and reports all errors of an object.</summary>
public static class StrictJson
{
    /// <summary>The field of an error that belongs to no field.</summary>
    public const string WholeBody = "body";

    private const int MaxDepth = 16;

    /// <summary>Reads a flat object and sets each valid field on the target; never throws because of the body.</summary>
    /// <typeparam name="T">Has <see cref="string"/> and <see cref="decimal"/> members; the <c>required</c> ones must be sent.</typeparam>
    public static StrictRead Read<T>(ReadOnlySpan<byte> utf8, T target, JsonTypeInfo<T> type)
        where T : class => Read(utf8, new FieldReader(type, new ScalarValues(target)));

    /// <summary>Reads an object with an array as its only member; never throws because of the body.</summary>
    /// <typeparam name="T">Has the array as its only member.</typeparam>
    /// <param name="elements">The position of each element, which is valid JSON but otherwise unchecked.</param>
    public static StrictRead ReadElements<T>(ReadOnlySpan<byte> utf8, JsonTypeInfo<T> type, out IReadOnlyList<Range> elements)
        where T : class
    {
        var ranges = new ElementRanges();
        elements = ranges.Elements;
        return Read(utf8, new FieldReader(type, ranges));
    }

    private static StrictRead Read(ReadOnlySpan<byte> utf8, FieldReader fields)
    {
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
                // Throws if anything but white space follows the object.
                reader.Read();
                fields.ReportMissing();
            }

            return new StrictRead(all, fields.Errors);
        }
        catch (JsonException exception)
        {
            return new StrictRead(false, [.. fields.Errors, NotJson(new TextPosition(utf8, exception), fields.Current, tooDeep: OpenLevels(reader) >= MaxDepth)]);
        }
    }

    private static StrictRead NotAnObject(JsonTokenType token) =>
        new(false, [new(WholeBody, ErrorCodes.WrongType, $"The body must be a JSON object; got {JsonWords.Of(token)}.")]);

    // The reader does not count the level that its last token opened.
    private static int OpenLevels(in Utf8JsonReader reader) =>
        reader.CurrentDepth + (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? 1 : 0);

    private static FieldError NotJson(in TextPosition position, string? field, bool tooDeep)
    {
        var subject = field is null ? "The body" : $"The value of {Received.Name(field)}";
        var fault = tooDeep ? $"is nested deeper than {MaxDepth} levels"
            : position.Found is not { } found ? "is not JSON: it ends too early"
            : Rune.IsControl(found) ? $"is not JSON: a string must hold U+{found.Value:X4} as an escape, such as \\n or \\t"
            : $"is not JSON: {Received.Quote(found.ToString())} is not expected there";
        return new(
            field is null ? WholeBody : Received.Name(field),
            ErrorCodes.Malformed,
            string.Create(CultureInfo.InvariantCulture, $"{subject} {fault} (line {position.Line}, column {position.Column})."));
    }
}

/// <summary>Position of a JSON syntax error: line and character, both from 1.</summary>
internal readonly ref struct TextPosition
{
    /// <param name="utf8">Valid UTF-8.</param>
    public TextPosition(ReadOnlySpan<byte> utf8, JsonException exception)
    {
        Line = (exception.LineNumber ?? 0) + 1;
        for (var line = 1; line < Line; line++)
        {
            utf8 = utf8[(utf8.IndexOf((byte)'\n') + 1)..];
        }

        var offset = (int)Math.Min(exception.BytePositionInLine ?? 0, utf8.Length);
        Column = Characters.Count(Encoding.UTF8.GetString(utf8[..offset])) + 1;
        Found = Rune.DecodeFromUtf8(utf8[offset..], out var rune, out _) == OperationStatus.Done ? rune : null;
    }

    public long Line { get; }

    public int Column { get; }

    /// <summary>The character there; null at the end of the text.</summary>
    public Rune? Found { get; }
}

/// <summary>Errors of a strict read.</summary>
/// <param name="ReachedEnd">False if the body was not read to its end, so that later fields are unknown.</param>
/// <param name="Errors">In the order of the body, missing fields last.</param>
public sealed record StrictRead(bool ReachedEnd, IReadOnlyList<FieldError> Errors);
