namespace WorkoutLog.Contracts;

/// <summary>Headers of requests and responses.</summary>
public static class HeaderNames
{
    public const string Accept = "Accept";

    public const string Allow = "Allow";

    public const string ContentEncoding = "Content-Encoding";

    public const string ContentType = "Content-Type";

    /// <summary>The version of a workout, quoted: <c>"3"</c>.</summary>
    public const string ETag = "ETag";

    /// <summary>Identifies a write, so that a retry is idempotent.</summary>
    public const string IdempotencyKey = "Idempotency-Key";

    /// <summary><c>true</c> on a response with a workout that an earlier request logged.</summary>
    public const string IdempotentReplayed = "Idempotent-Replayed";

    /// <summary>The versions that may be overwritten.</summary>
    public const string IfMatch = "If-Match";

    /// <summary>The next page (RFC 8288, <c>rel="next"</c>).</summary>
    public const string Link = "Link";

    public const string Location = "Location";

    /// <summary>Sent by browsers: scheme, host and port of the requesting page.</summary>
    public const string Origin = "Origin";

    /// <summary>Seconds to wait before a retry.</summary>
    public const string RetryAfter = "Retry-After";

    public const string Vary = "Vary";
}

/// <summary>HTTP methods with rules of their own.</summary>
public static class ApiMethods
{
    public const string Get = "GET";

    public const string Head = "HEAD";

    /// <summary>All methods of a route: GET includes HEAD (RFC 9110, section 9.3.2).</summary>
    public static IEnumerable<string> HandledBy(string method) => method == Get ? [Get, Head] : [method];
}

/// <summary>Media types of requests and responses.</summary>
public static class MediaTypes
{
    public const string Json = "application/json";

    public const string Problem = "application/problem+json";

    public const string Csv = "text/csv";
}

/// <summary>Names of the query parameters.</summary>
public static class QueryParameters
{
    public const string Type = "type";

    public const string From = "from";

    public const string To = "to";

    public const string Limit = "limit";

    public const string Cursor = "cursor";

    public const string GroupBy = "groupBy";

    public const string AsOf = "asOf";

    public const string ExternalId = "externalId";

    public const string Bom = "bom";
}
