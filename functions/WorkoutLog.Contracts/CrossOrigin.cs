namespace WorkoutLog.Contracts;

/// <summary>What a page of another origin may send and read (CORS), whoever answers it: API Gateway or a function.</summary>
public static class CrossOrigin
{
    public const string AllowOrigin = "Access-Control-Allow-Origin";

    public const string AllowMethods = "Access-Control-Allow-Methods";

    public const string AllowHeaders = "Access-Control-Allow-Headers";

    public const string ExposeHeaders = "Access-Control-Expose-Headers";

    public const string MaxAge = "Access-Control-Max-Age";

    // No origin has a space.
    private const char Separator = ' ';

    /// <summary>The headers of a signed request that a page may send.</summary>
    public static readonly string Sent = string.Join(
        ", ",
        "Authorization", HeaderNames.ContentType, HeaderNames.IdempotencyKey, HeaderNames.IfMatch,
        "X-Amz-Content-Sha256", "X-Amz-Date", "X-Amz-Security-Token", "X-Amz-User-Agent");

    /// <summary>The headers of an answer that a page may read besides those that it always may.</summary>
    public static readonly string Shown = string.Join(
        ", ",
        HeaderNames.ETag, HeaderNames.IdempotentReplayed, HeaderNames.Link, HeaderNames.Location, HeaderNames.RetryAfter, "x-amzn-RequestId");

    /// <summary>Origins as <see cref="FunctionEnvironment.AllowedOrigins"/> holds them.</summary>
    public static string Write(IEnumerable<string> origins) => string.Join(Separator, origins);

    /// <param name="written">Null and empty hold no origin.</param>
    public static IReadOnlyList<string> Read(string? written) => (written ?? "").Split(Separator, StringSplitOptions.RemoveEmptyEntries);
}
