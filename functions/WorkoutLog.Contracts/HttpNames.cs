namespace WorkoutLog.Contracts;

/// <summary>Headers of requests and answers, beyond those of every HTTP message.</summary>
public static class HeaderNames
{
    public const string Accept = "Accept";

    public const string Allow = "Allow";

    public const string ContentType = "Content-Type";

    /// <summary>The version of a workout, quoted: <c>"3"</c>.</summary>
    public const string ETag = "ETag";

    /// <summary>Names a write, so that trying it again does nothing twice.</summary>
    public const string IdempotencyKey = "Idempotency-Key";

    /// <summary><c>true</c> on an answer that shows a workout which an earlier request had logged.</summary>
    public const string IdempotentReplayed = "Idempotent-Replayed";

    /// <summary>The versions that may be overwritten.</summary>
    public const string IfMatch = "If-Match";

    /// <summary>The next page (RFC 8288, <c>rel="next"</c>).</summary>
    public const string Link = "Link";

    public const string Location = "Location";

    /// <summary>Seconds until the next try.</summary>
    public const string RetryAfter = "Retry-After";
}

/// <summary>Media types of requests and answers.</summary>
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

    public const string ExternalId = "externalId";
}
