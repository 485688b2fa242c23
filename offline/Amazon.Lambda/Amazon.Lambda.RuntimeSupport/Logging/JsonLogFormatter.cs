using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>One JSON object per line: time, level, ids, the message, and each named argument as a property of its own.</summary>
internal sealed class JsonLogFormatter : LogFormatter
{
    public override string Format(in LogEntry entry)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("timestamp", entry.Time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
            writer.WriteString("level", entry.Level.ToString());
            WriteIfAny(writer, "requestId", entry.Invocation?.AwsRequestId);
            WriteIfAny(writer, "tenantId", entry.Invocation?.TenantId);
            WriteIfAny(writer, "traceId", entry.Invocation?.TraceId);
            writer.WriteString("message", entry.Message.Apply(entry.Arguments));
            WriteArguments(writer, entry);
            WriteException(writer, entry.Exception);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteIfAny(Utf8JsonWriter writer, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            writer.WriteString(name, value);
        }
    }

    private static void WriteArguments(Utf8JsonWriter writer, in LogEntry entry)
    {
        foreach (var (placeholder, value) in entry.Message.Bind(entry.Arguments))
        {
            if (value is not null)
            {
                writer.WritePropertyName(placeholder.Name);
                JsonLogValue.Write(writer, placeholder, value);
            }
        }
    }

    private static void WriteException(Utf8JsonWriter writer, Exception? exception)
    {
        if (exception is null)
        {
            return;
        }

        writer.WriteString("errorType", exception.GetType().FullName);
        writer.WriteString("errorMessage", exception.Message);
        writer.WriteStartArray("stackTrace");
        foreach (var line in exception.ToString().EnumerateLines())
        {
            writer.WriteStringValue(line.Trim());
        }

        writer.WriteEndArray();
    }
}
