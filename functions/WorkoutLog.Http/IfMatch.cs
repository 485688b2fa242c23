using System.Globalization;
using System.Net.Http.Headers;
using WorkoutLog.Contracts;
using WorkoutLog.Domain.Validation;
using WorkoutLog.Storage;

namespace WorkoutLog.Http;

/// <summary>The header <c>If-Match</c> (RFC 9110): the versions of a workout that the client allows to be overwritten.</summary>
public static class IfMatch
{
    /// <summary>Weak tags and unknown tags match nothing.</summary>
    /// <param name="condition">Any version if the header is absent or malformed.</param>
    /// <returns>The error of a malformed header.</returns>
    public static FieldError? Read(ApiRequest request, out VersionCondition condition)
    {
        condition = VersionCondition.Any;
        if (request.Header(HeaderNames.IfMatch) is not { } text)
        {
            return null;
        }

        // .NET exposes its parser of entity tag lists only through a request.
        using var parsing = new HttpRequestMessage();
        HttpHeaderValueCollection<EntityTagHeaderValue> tags = parsing.Headers.IfMatch;
        if (!tags.TryParseAdd(text) || tags.Count == 0 || (tags.Count > 1 && tags.Any(IsAny)))
        {
            string message = $"If-Match must be * or entity tags in quotation marks, separated by commas; got {Received.Quote(text)}.";
            return new FieldError(HeaderNames.IfMatch, ErrorCodes.Malformed, message);
        }

        if (!tags.Any(IsAny))
        {
            condition = VersionCondition.OneOf(tags.Where(tag => !tag.IsWeak).Select(VersionOf).OfType<int>());
        }

        return null;
    }

    private static bool IsAny(EntityTagHeaderValue tag) => tag.Tag == EntityTagHeaderValue.Any.Tag;

    private static int? VersionOf(EntityTagHeaderValue tag) =>
        int.TryParse(tag.Tag.AsSpan()[1..^1], NumberStyles.None, CultureInfo.InvariantCulture, out int version)
        && tag.Tag == string.Create(CultureInfo.InvariantCulture, $"\"{version}\"")
            ? version
            : null;
}
