using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Amazon.Runtime;
using WorkoutLog.Contracts;

namespace WorkoutLog.Http.Runtime;

/// <summary>The functions' log: one JSON object per line, without personal data.</summary>
/// <remarks>
/// Writes directly to the stream, because the runtime adds a prefix to output of <see cref="Console"/>.
/// Excludes user ids, paths, bodies and exception messages, which may repeat values.
/// </remarks>
/// <param name="minimum">The minimum level that is written.</param>
public sealed class Log(Stream output, TimeProvider time, LogLevel minimum = LogLevel.Info)
{
    private const string ConfigVersion = "configVersion";

    // Logs are not shown as HTML, and stack traces have many characters that HTML would escape. Line ends stay escaped.
    private static readonly JsonWriterOptions _readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void RequestHandled(ApiRequest request, int status, TimeSpan duration) => Write(LogLevel.Info, LogMessages.RequestHandled, line =>
    {
        WriteRequest(line, request);
        line.WriteNumber("status", status);
        line.WriteNumber("durationMs", Math.Round((decimal)duration.TotalMilliseconds, 3));
    });

    public void RequestFailed(ApiRequest request, Exception exception) => Write(LogLevel.Error, LogMessages.RequestFailed, line =>
    {
        WriteRequest(line, request);
        WriteException(line, exception);
    });

    /// <summary>The previous value stays in force.</summary>
    /// <param name="parameter">The parameter's name.</param>
    /// <param name="reason">Why its value was refused, without the value.</param>
    /// <param name="configVersion">The version in force.</param>
    public void ParameterRefused(string parameter, string reason, string configVersion) =>
        Write(LogLevel.Warn, LogMessages.ParameterRefused, line =>
        {
            line.WriteString("parameter", parameter);
            line.WriteString("reason", reason);
            line.WriteString(ConfigVersion, configVersion);
        });

    /// <param name="configVersion">The version in force.</param>
    public void ParametersNotRead(Exception exception, string configVersion) =>
        Write(LogLevel.Warn, LogMessages.ParametersNotRead, line =>
        {
            line.WriteString(ConfigVersion, configVersion);
            WriteException(line, exception);
        });

    private static void WriteRequest(Utf8JsonWriter line, ApiRequest request)
    {
        line.WriteString("requestId", request.RequestId);
        ReadOnlySpan<char> traceId = request.TraceId;
        if (traceId.Length > 0)
        {
            line.WriteString("traceId", traceId);
        }

        line.WriteString("method", request.Method);
        line.WriteString("resource", request.Resource);
        if (request.ConfigVersion is { } version)
        {
            line.WriteString(ConfigVersion, version);
        }
    }

    private static void WriteException(Utf8JsonWriter line, Exception exception)
    {
        line.WriteStartArray("exceptions");
        for (Exception? current = exception; current is not null; current = current.InnerException)
        {
            line.WriteStartObject();
            line.WriteString("type", current.GetType().FullName);
            if (current is AmazonServiceException service)
            {
                line.WriteString("errorCode", service.ErrorCode);
                line.WriteNumber("status", (int)service.StatusCode);
                line.WriteString("awsRequestId", service.RequestId);
            }

            line.WriteString("stack", current.StackTrace);
            line.WriteEndObject();
        }

        line.WriteEndArray();
    }

    private void Write(LogLevel level, string message, Action<Utf8JsonWriter> writeFields)
    {
        if (level < minimum)
        {
            return;
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var line = new Utf8JsonWriter(buffer, _readable))
        {
            line.WriteStartObject();
            line.WriteString("timestamp", time.GetUtcNow());
            line.WriteString("level", level.ToString().ToUpperInvariant());
            line.WriteString("message", message);
            writeFields(line);
            line.WriteEndObject();
        }

        buffer.Write("\n"u8);
        output.Write(buffer.WrittenSpan);
        output.Flush();
    }
}
