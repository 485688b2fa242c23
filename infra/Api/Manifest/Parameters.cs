using WorkoutLog.Contracts;

namespace WorkoutLog.Infra.Api.Manifest;

/// <summary>Parameters that several routes have. <c>Accept</c> and <c>Content-Type</c> are none: OpenAPI lists them by the media types of the bodies.</summary>
internal static class Parameters
{
    public static RouteParameter UserId { get; } = RouteParameter.InPath(
        "userId",
        $"The user, by 1–{ApiLimits.MaxUserIdLength} characters of {ApiLimits.UserIdCharacters}; not batch, which the API's own paths use",
        ParameterSchema.Text(ApiLimits.MaxUserIdLength));

    public static RouteParameter WorkoutId { get; } = RouteParameter.InPath(
        "workoutId", "The workout, by the id that it was logged under; it stays the same when the workout moves", ParameterSchema.Text());

    public static RouteParameter IdempotencyKey { get; } = RouteParameter.InHeader(
        HeaderNames.IdempotencyKey,
        $"Names this write for {ApiLimits.IdempotencyPeriod.TotalHours} hours, so that it can be tried again without logging twice: "
        + $"1–{ApiLimits.MaxIdempotencyKeyLength} printable ASCII characters without spaces",
        ParameterSchema.Text(ApiLimits.MaxIdempotencyKeyLength));

    public static RouteParameter IfMatch { get; } = RouteParameter.InHeader(
        HeaderNames.IfMatch,
        "Acts only on a version that it names: * for any, or entity tags in quotation marks, separated by commas",
        ParameterSchema.Text());

    public static RouteParameter Cursor { get; } = RouteParameter.InQuery(
        QueryParameters.Cursor, "The nextCursor of the page before, with all else but the limit as it was", ParameterSchema.Text());

    public static RouteParameter Limit(int maximum, int byDefault) => RouteParameter.InQuery(
        QueryParameters.Limit, "Most workouts on a page", ParameterSchema.Count(maximum, byDefault));
}
