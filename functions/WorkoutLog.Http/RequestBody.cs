using System.Buffers;
using System.Globalization;
using System.Text;
using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Contracts;
using WorkoutLog.Domain.Validation;
using WorkoutLog.Http.Json;

namespace WorkoutLog.Http;

/// <summary>A request's body: readable or refused.</summary>
public abstract record RequestBody
{
    public const int MaxBytes = 256 * 1024;

    // API Gateway substitutes this character for bytes that are not UTF-8; the original bytes are lost.
    private const char Replacement = '\ufffd';

    private RequestBody()
    {
    }

    /// <summary>At most <see cref="MaxBytes"/> of valid UTF-8, not yet parsed; empty for an absent body.</summary>
    public sealed record Utf8(byte[] Bytes) : RequestBody;

    public sealed record Refused(ProblemKind Kind, FieldError Error) : RequestBody;

    public static RequestBody Of(ApiRequest request)
    {
        if (request.Header(HeaderNames.ContentType) is { } contentType && !JsonMediaType.Matches(contentType))
        {
            return Refuse(
                ProblemKind.UnsupportedMediaType, HeaderNames.ContentType, ErrorCodes.Unsupported,
                $"Content-Type must be {MediaTypes.Json} in UTF-8; got {Received.Quote(contentType)}.");
        }

        if (request.Header(HeaderNames.ContentEncoding) is { Length: > 0 } coding && !coding.Equals("identity", StringComparison.OrdinalIgnoreCase))
        {
            return Refuse(
                ProblemKind.UnsupportedMediaType, HeaderNames.ContentEncoding, ErrorCodes.Unsupported,
                $"Content-Encoding must be omitted, because compressed bodies are not accepted; got {Received.Quote(coding)}.");
        }

        return request.IsBodyBase64 ? OfBase64(request.Body ?? "") : OfText(request.Body ?? "");
    }

    /// <summary>The response to a refused body.</summary>
    public static APIGatewayProxyResponse Refuse(RequestBody body, ApiRequest request) =>
        Responses.Of(Problems.Refused(((Refused)body).Kind, request, ((Refused)body).Error));

    private static RequestBody OfText(string text)
    {
        if (Encoding.UTF8.GetByteCount(text) > MaxBytes)
        {
            return TooLarge();
        }

        var replaced = text.IndexOf(Replacement);
        return replaced < 0 ? WithoutMark(Encoding.UTF8.GetBytes(text)) : NotUtf8(Encoding.UTF8.GetByteCount(text.AsSpan(..replaced)));
    }

    private static RequestBody OfBase64(string text)
    {
        var bytes = new byte[(text.Length / 4 * 3) + 3];
        if (!Convert.TryFromBase64String(text, bytes, out var length))
        {
            return Refuse(ProblemKind.InvalidRequest, StrictJson.WholeBody, ErrorCodes.Malformed, "The body is marked as base64 but is not valid base64.");
        }

        if (length > MaxBytes)
        {
            return TooLarge();
        }

        Array.Resize(ref bytes, length);
        return FirstInvalid(bytes) is { } offset ? NotUtf8(offset) : WithoutMark(bytes);
    }

    // A byte order mark is not JSON, but editors and PowerShell write one.
    private static Utf8 WithoutMark(byte[] bytes) => new(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes);

    private static int? FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        for (var offset = 0; offset < bytes.Length;)
        {
            if (Rune.DecodeFromUtf8(bytes[offset..], out _, out var length) != OperationStatus.Done)
            {
                return offset;
            }

            offset += length;
        }

        return null;
    }

    private static Refused TooLarge() =>
        Refuse(ProblemKind.BodyTooLarge, StrictJson.WholeBody, ErrorCodes.TooLarge, "The body must have at most 256 KB (262,144 bytes).");

    /// <param name="offset">Offset of the first invalid byte.</param>
    private static Refused NotUtf8(int offset) => Refuse(
        ProblemKind.InvalidRequest, StrictJson.WholeBody, ErrorCodes.InvalidCharacters,
        string.Create(
            CultureInfo.InvariantCulture,
            $"The body must be valid UTF-8; the byte at offset {offset} is not. Write a U+FFFD as the escape \\ufffd."));

    private static Refused Refuse(ProblemKind kind, string field, string code, string message) => new(kind, new FieldError(field, code, message));
}
