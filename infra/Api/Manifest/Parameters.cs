using WorkoutLog.Contracts;

namespace WorkoutLog.Infra.Api.Manifest;

/// <summary>Parameters of several routes. <c>Accept</c> and <c>Content-Type</c> are not parameters: OpenAPI derives them from the media types of the bodies.</summary>
internal static class Parameters
{
    public static RouteParameter UserId { get; } = RouteParameter.InPath(
        "userId",
        $"The user's id: 1–{ApiLimits.MaxUserIdLength} characters of {ApiLimits.UserIdCharacters}; not batch, which is reserved",
        ParameterSchema.Text(ApiLimits.MaxUserIdLength, $"^{ApiLimits.UserIdPattern}$"));

    public static RouteParameter WorkoutId { get; } = RouteParameter.InPath(
        "workoutId", "The workout's id, assigned when it was logged; moving the workout does not change it",
        ParameterSchema.Matching($"^{ApiLimits.WorkoutIdPattern}$"));

    public static RouteParameter IdempotencyKey { get; } = RouteParameter.InHeader(
        HeaderNames.IdempotencyKey,
        $"Identifies this write for {ApiLimits.IdempotencyPeriod.TotalHours} hours, so that a retry does not log it twice: "
        + $"1–{ApiLimits.MaxIdempotencyKeyLength} printable ASCII characters without spaces",
        ParameterSchema.Text(ApiLimits.MaxIdempotencyKeyLength, $"^{ApiLimits.ClientNamePattern}$"));

    public static RouteParameter IfMatch { get; } = RouteParameter.InHeader(
        HeaderNames.IfMatch,
        "Versions that the request may change: * for any, or entity tags in quotation marks, separated by commas",
        ParameterSchema.Text());

    public static RouteParameter Cursor { get; } = RouteParameter.InQuery(
        QueryParameters.Cursor, "The nextCursor of the previous page; all other parameters except limit must be unchanged", ParameterSchema.Text(ApiLimits.MaxCursorLength));

    public static RouteParameter Limit(int maximum, int byDefault) => RouteParameter.InQuery(
        QueryParameters.Limit, "Maximum number of workouts per page", ParameterSchema.Count(maximum, byDefault));
}
