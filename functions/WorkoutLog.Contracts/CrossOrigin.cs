namespace WorkoutLog.Contracts;

/// <summary>CORS headers, shared by the responses of API Gateway and the functions.</summary>
public static class CrossOrigin
{
    public const string AllowOrigin = "Access-Control-Allow-Origin";

    public const string AllowMethods = "Access-Control-Allow-Methods";

    public const string AllowHeaders = "Access-Control-Allow-Headers";

    public const string ExposeHeaders = "Access-Control-Expose-Headers";

    public const string MaxAge = "Access-Control-Max-Age";

    // An origin has no space.
    private const char Separator = ' ';

    /// <summary>The headers of a signed request that a page may send.</summary>
    public static readonly string AllowedHeaders = string.Join(
        ", ",
        "Authorization", HeaderNames.ContentType, HeaderNames.IdempotencyKey, HeaderNames.IfMatch,
        "X-Amz-Content-Sha256", "X-Amz-Date", "X-Amz-Security-Token", "X-Amz-User-Agent");

    /// <summary>The response headers that a page may read in addition to those that are always readable.</summary>
    public static readonly string ExposedHeaders = string.Join(
        ", ",
        HeaderNames.ETag, HeaderNames.IdempotentReplayed, HeaderNames.Link, HeaderNames.Location, HeaderNames.RetryAfter, "x-amzn-RequestId");

    /// <summary>Origins as <see cref="FunctionEnvironment.AllowedOrigins"/> holds them.</summary>
    public static string Write(IEnumerable<string> origins) => string.Join(Separator, origins);

    /// <param name="written">Null and empty contain no origin.</param>
    public static IReadOnlyList<string> Read(string? written) => (written ?? "").Split(Separator, StringSplitOptions.RemoveEmptyEntries);
}
