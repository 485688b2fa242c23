using System.Text.Encodings.Web;
using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport.Errors;

/// <summary>
/// An exception in Lambda's format: errorType (the type's short name), errorMessage, stackTrace (a line per frame),
/// cause (the inner exception), causes (all of an aggregate's).
/// </summary>
internal static class ExceptionJson
{
    private const int MaximumBytes = 256 * 1024;

    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(Exception exception)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, _options))
        {
            Write(writer, exception);
        }

        return buffer.Length <= MaximumBytes
            ? buffer.ToArray()
            : """{"errorMessage": "Exception exceeded maximum payload size of 256KB."}"""u8.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, Exception exception)
    {
        writer.WriteStartObject();
        writer.WriteString("errorType", exception.GetType().Name);
        writer.WriteString("errorMessage", exception.Message.Trim());
        if (!string.IsNullOrEmpty(exception.StackTrace))
        {
            writer.WriteStartArray("stackTrace");
            foreach (var line in exception.StackTrace.EnumerateLines())
            {
                writer.WriteStringValue(line.Trim());
            }

            writer.WriteEndArray();
        }

        if (exception.InnerException is { } inner)
        {
            writer.WritePropertyName("cause");
            Write(writer, inner);
        }

        if (exception is AggregateException aggregate)
        {
            writer.WriteStartArray("causes");
            foreach (var cause in aggregate.InnerExceptions)
            {
                Write(writer, cause);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
