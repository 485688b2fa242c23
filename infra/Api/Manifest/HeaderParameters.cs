using WorkoutLog.Contracts;

namespace WorkoutLog.Infra.Api.Manifest;

/// <summary>Headers of requests. <c>Accept</c> and <c>Content-Type</c> are none: OpenAPI tells them by the media types of the bodies.</summary>
internal static class HeaderParameters
{
    public static RouteParameter IdempotencyKey { get; } = RouteParameter.InHeader(
        HeaderNames.IdempotencyKey,
        $"Names this write for {ApiLimits.IdempotencyPeriod.TotalHours} hours, so that it can be tried again without logging twice: "
        + $"1–{ApiLimits.MaxIdempotencyKeyLength} printable ASCII characters without blanks",
        ParameterSchema.Text(ApiLimits.MaxIdempotencyKeyLength));

    public static RouteParameter IfMatch { get; } = RouteParameter.InHeader(
        HeaderNames.IfMatch,
        "Acts only on a version that it names: * for any, or entity tags in quotation marks, separated by commas",
        ParameterSchema.Text());
}
