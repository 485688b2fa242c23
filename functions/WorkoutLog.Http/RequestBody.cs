using System.Net.Http.Headers;
using System.Text;
using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Contracts;
using WorkoutLog.Domain.Validation;
using WorkoutLog.Http.Json;

namespace WorkoutLog.Http;

/// <summary>What became of a request's body.</summary>
public abstract record RequestBody
{
    public const int MaxBytes = 256 * 1024;

    private RequestBody()
    {
    }

    /// <summary>At most <see cref="MaxBytes"/> of UTF-8, not yet looked into; empty for an absent body.</summary>
    public sealed record Utf8(byte[] Bytes) : RequestBody;

    public sealed record TooLarge : RequestBody;

    /// <param name="ContentType">As it was sent.</param>
    public sealed record OfOtherType(string ContentType) : RequestBody;

    public sealed record NotBase64 : RequestBody;

    public static RequestBody Of(ApiRequest request)
    {
        if (request.Header(HeaderNames.ContentType) is { } contentType && !IsJson(contentType))
        {
            return new OfOtherType(contentType);
        }

        var text = request.Body ?? "";
        if (!request.IsBodyBase64)
        {
            return Encoding.UTF8.GetByteCount(text) > MaxBytes ? new TooLarge() : new Utf8(Encoding.UTF8.GetBytes(text));
        }

        var bytes = new byte[(text.Length / 4 * 3) + 3];
        if (!Convert.TryFromBase64String(text, bytes, out var length))
        {
            return new NotBase64();
        }

        return length > MaxBytes ? new TooLarge() : new Utf8(bytes[..length]);
    }

    /// <summary>The answer to a body that can't be read.</summary>
    public static APIGatewayProxyResponse Refuse(RequestBody body, ApiRequest request) => body switch
    {
        OfOtherType other => Answers.Of(Problems.Refused(ProblemKind.UnsupportedMediaType, request, new FieldError(
            HeaderNames.ContentType,
            ErrorCodes.Unsupported,
            $"Content-Type must be {MediaTypes.Json} in UTF-8; received {Received.Quote(other.ContentType)}."))),
        TooLarge => Answers.Of(Problems.Refused(ProblemKind.BodyTooLarge, request, new FieldError(
            StrictJson.WholeBody, ErrorCodes.TooLarge, "The body must have at most 256 KB (262,144 bytes)."))),
        _ => Answers.Of(Problems.Invalid(request, new FieldError(
            StrictJson.WholeBody, ErrorCodes.Malformed, "The body is marked as base64 and is not."))),
    };

    /// <summary>Whether a <c>Content-Type</c> says JSON in UTF-8, or JSON and no more.</summary>
    private static bool IsJson(string contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out MediaTypeHeaderValue? type)
        && string.Equals(type.MediaType, MediaTypes.Json, StringComparison.OrdinalIgnoreCase)
        && type.Parameters.Where(IsCharset).All(IsUtf8);

    private static bool IsCharset(NameValueHeaderValue parameter) =>
        string.Equals(parameter.Name, "charset", StringComparison.OrdinalIgnoreCase);

    private static bool IsUtf8(NameValueHeaderValue charset) =>
        string.Equals(charset.Value?.Trim('"'), "utf-8", StringComparison.OrdinalIgnoreCase);
}
