using System.Text;
using Amazon.Lambda.APIGatewayEvents;
using WorkoutLog.Contracts;
using WorkoutLog.Domain.Validation;
using WorkoutLog.Http.Answers;
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

    public sealed record NotBase64 : RequestBody;

    public static RequestBody Of(ApiRequest request)
    {
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
    public static APIGatewayProxyResponse Refuse(RequestBody body, ApiRequest request)
    {
        if (body is TooLarge)
        {
            var tooLarge = new FieldError(StrictJson.WholeBody, ErrorCodes.TooLarge, "The body must have at most 256 KB (262,144 bytes).");
            return ProblemAnswers.Refused(ProblemKind.BodyTooLarge, request, [tooLarge]);
        }

        var error = new FieldError(StrictJson.WholeBody, ErrorCodes.Malformed, "The body is marked as base64 and is not.");
        return ProblemAnswers.Invalid(request, [error]);
    }
}
